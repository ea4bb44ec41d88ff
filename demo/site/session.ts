import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** What the newspaper keeps of a reader, on its server only. */
export interface Session {
  /** Secrets of a login that is under way. */
  login?: { state: string; verifier: string; goingTo: string };
  tokens?: { access: string; refresh: string | undefined; expires: number };
}

const cookie = 'newspaper_session';

/** Sessions of the demo live as long as its process. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  of(context: Context): Session {
    const known = this.#sessions.get(getCookie(context, cookie) ?? '');
    if (known) return known;
    const id = randomUUID();
    const session: Session = {};
    this.#sessions.set(id, session);
    setCookie(context, cookie, id, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return session;
  }
}
