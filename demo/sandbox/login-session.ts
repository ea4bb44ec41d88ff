import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { providerCookies } from './oauth.js';
import { subscribers, type Subscriber } from './seed.js';

const name = 'sandbox_login';
const path = '/login';

/** Who is logged in to the login server, in this browser. */
export class LoginSession {
  readonly #secret = randomUUID();

  async read(c: Context): Promise<Subscriber | undefined> {
    const id = await getSignedCookie(c, this.#secret, name);
    return subscribers.find((subscriber) => subscriber.id === id);
  }

  async write(c: Context, { id }: Subscriber): Promise<void> {
    await setSignedCookie(c, name, id, this.#secret, { path, httpOnly: true, sameSite: 'Lax' });
  }

  /** Logs out of the authorization server too, whose cookies have no path of their own. */
  clear(c: Context): void {
    deleteCookie(c, name, { path });
    deleteCookie(c, providerCookies.session, { path: '/' });
    deleteCookie(c, `${providerCookies.session}.sig`, { path: '/' });
  }
}
