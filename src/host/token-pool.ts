import type { Access } from '../api/http.js';
import { noToken, singleFlight, type IssuedToken, type TokenRequest } from '../api/token.js';
import { platform } from '../platform/platform.js';

/** Whoever asks with a token; an element does so while it is on the page. */
export interface TokenUser {
  readonly isConnected: boolean;
}

/** Where a token comes from, and whose it is. */
interface Source {
  /** A provider or an address. */
  readonly from: unknown;
  /** What the site calls the subscriber. */
  readonly subscriber: string | undefined;
}

interface Shared extends Source {
  readonly access: Access;
  readonly users: Set<TokenUser>;
  /** Which it is good for; none once the source speaks for another reader. */
  session: Set<Shared> | undefined;
}

let count = 0;
/**
 * Tokens that elements share, each for as long as one of them uses it. Another session once somebody has logged out:
 * whoever still asks with a token of the one before is given none.
 */
let session = new Set<Shared>();

/** The access by a source, with the token of whoever uses it already. Who has used another leaves that. */
export function sharedAccess(
  { from, subscriber }: Source,
  user: TokenUser,
  issue: (request: TokenRequest) => Promise<IssuedToken>,
): Access {
  const known = [...session].find((one) => one.from === from && one.subscriber === subscriber);
  const shared = known ?? share({ from, subscriber }, issue);
  if (user.isConnected) {
    shared.users.add(user);
    session.add(shared);
  }
  for (const one of session) {
    if (one === shared || one.from !== from || !one.users.has(user)) continue;
    one.session = undefined;
    session.delete(one);
  }
  leaveAccesses(user, shared);
  return shared.access;
}

/** What was sent for one reader is not sent again with the token of the next. */
function share(
  { from, subscriber }: Source,
  issue: (request: TokenRequest) => Promise<IssuedToken>,
): Shared {
  const ask = singleFlight(issue, platform);
  const check = () => {
    if (shared.session !== session) throw noToken();
  };
  const token = async (rejected?: string) => {
    check();
    const given = await ask(rejected);
    check();
    return given;
  };
  const access = { id: `source ${++count}`, token, subscriber };
  const shared: Shared = { from, subscriber, access, users: new Set(), session };
  return shared;
}

/** A token goes with the last that used it: whoever comes later may be another subscriber's. */
export function leaveAccesses(user: TokenUser, but?: Shared): void {
  for (const one of session) {
    if (one !== but && one.users.delete(user) && !one.users.size) session.delete(one);
  }
}

/** Forgets every token, whoever uses it. */
export function forgetAccesses(): void {
  session = new Set();
}
