import type { Sandbox } from '../../../demo/sandbox/index.js';
import type { Proof } from '../place.js';
import type { Upstream } from '../proxies/upstream.js';
import type { Backends } from './backends.js';
import type { Visitor } from './visitor.js';
import type { WordPress } from './wordpress.js';

/** What each part of the proof has. */
export interface Site {
  readonly proof: Proof;
  readonly sandbox: Sandbox;
  /** Before the sandbox's API: what WordPress asks. */
  readonly upstream: Upstream;
  readonly wordpress: WordPress;
  readonly backends: Backends;
  /** Kari's, which no page of hers may see. */
  readonly token: string;
  as(name: string): Promise<Visitor>;
}
