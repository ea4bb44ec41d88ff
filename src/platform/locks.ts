/** Lets a lock go, after so many milliseconds. */
export type Release = (ms?: number) => void;

export interface LockOptions {
  /** Takes it away from whoever has it. */
  readonly takesOver?: boolean;
  /** Called when somebody takes it away from here. */
  readonly onLost?: () => void;
}

/** A lock that this page has. */
interface Hold {
  readonly letGo: () => void;
  /** Called when another tab takes it away. */
  onLost?: (() => void) | undefined;
  isLost?: boolean;
}

/** Milliseconds in which a browser says whether a lock is free. One that never does has none for us. */
const patience = 3_000;

/** What is let go of in a moment, by name: whoever of this page wants it again has it still. */
const lingering = new Map<string, { hold: Hold; timer: ReturnType<typeof setTimeout> }>();

/**
 * Takes a lock that all tabs and windows of the site share. Where the browser has none (without TLS, or in a
 * sandboxed frame) it is free but for this page.
 */
export async function lock(
  name: string,
  { takesOver = false, onLost }: LockOptions = {},
): Promise<Release | undefined> {
  const hold = takeBack(name) ?? (await acquire(name, takesOver));
  if (!hold) return undefined;
  hold.onLost = onLost;
  return (ms = 0) => {
    hold.onLost = undefined;
    if (!ms) return hold.letGo();
    const end = () => {
      lingering.delete(name);
      hold.letGo();
    };
    lingering.set(name, { hold, timer: setTimeout(end, ms) });
  };
}

/** Resolves when nobody has the lock; calls `onHeld` first when somebody has. */
export async function free(name: string, onHeld: () => void): Promise<void> {
  // Who only looks does not stand in the way of others who do.
  const look = (ifAvailable: boolean) =>
    locks()?.request(name, { mode: 'shared', ifAvailable }, (found) => found);
  try {
    if ((await look(true)) !== null) return;
    onHeld();
    await look(false);
  } catch {
    // None in a sandboxed frame.
  }
}

function takeBack(name: string): Hold | undefined {
  const found = lingering.get(name);
  if (!found) return undefined;
  clearTimeout(found.timer);
  lingering.delete(name);
  return found.hold.isLost ? undefined : found.hold;
}

async function acquire(name: string, takesOver: boolean): Promise<Hold | undefined> {
  const manager = locks();
  if (!manager) return holdHere(name);
  return new Promise((resolve) => {
    let isAnswered = false;
    let hold: Hold | undefined;
    const answer = (found: Hold | undefined) => {
      isAnswered = true;
      resolve(found);
    };
    const fallBack = () => {
      if (!isAnswered) answer(holdHere(name));
    };
    AbortSignal.timeout(patience).addEventListener('abort', fallBack);
    const granted = (found: Lock | null) =>
      new Promise<void>((letGo) => {
        // What comes when nobody waits for it any more is nobody's.
        if (found && !isAnswered) hold = { letGo };
        else letGo();
        answer(hold);
      });
    const options = takesOver ? { steal: true } : { ifAvailable: true };
    // What stands in the browser's place may throw where that would reject.
    const request = async () => manager.request(name, options, granted);
    request().catch(() => {
      if (hold) lose(hold);
      else fallBack();
    });
  });
}

function lose(hold: Hold): void {
  hold.isLost = true;
  hold.onLost?.();
}

const heldHere = new Set<string>();

/** A lock of this page alone. */
function holdHere(name: string): Hold | undefined {
  if (heldHere.has(name)) return undefined;
  heldHere.add(name);
  return { letGo: () => void heldHere.delete(name) };
}

/** TypeScript knows no page without TLS. */
function locks(): LockManager | undefined {
  const { locks }: { locks?: LockManager } = navigator;
  return locks;
}
