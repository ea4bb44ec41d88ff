import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** What the newspaper keeps of a reader, on its server only. */
export interface Session {
  /** Secrets of a login that is under way. */
  login?: { state: string; verifier: string; goingTo: string };
  /** Who is logged in. */
  subscriber?: string | undefined;
  /** ASSUMED by the demo: whoever opens the page for the staff is staff. */
  isStaff?: boolean;
  tokens?: { access: string; refresh: string | undefined; expires: number };
  /** A renewal of the tokens that is under way. */
  renewal?: Promise<AccessToken | undefined>;
}

/** A token for a page, and for how many seconds it is good. */
export interface AccessToken {
  token: string;
  seconds: number;
}

const cookie = 'newspaper_session';

/** Sessions of the demo live as long as its process. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  of(context: Context): Session {
    return this.#sessions.get(getCookie(context, cookie) ?? '') ?? this.#keep(context, {});
  }

  /** The same session under a new id. */
  renew(context: Context): void {
    const session = this.of(context);
    this.end(context);
    this.#keep(context, session);
  }

  end(context: Context): void {
    this.#sessions.delete(getCookie(context, cookie) ?? '');
    deleteCookie(context, cookie);
  }

  #keep(context: Context, session: Session): Session {
    const id = randomUUID();
    this.#sessions.set(id, session);
    const secure = new URL(context.req.url).protocol === 'https:';
    setCookie(context, cookie, id, { httpOnly: true, sameSite: 'Lax', path: '/', secure });
    return session;
  }
}
