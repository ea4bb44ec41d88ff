/**
 * The way to the login server and back without elements: `connect-elements/flow`. For a site with a look of its
 * own; no DOM is rendered and nothing is registered.
 *
 * @packageDocumentation
 */
import { createFlow as createFlowIn, type Flow, type FlowOptions } from './flow/create-flow.js';
import type { FlowBrowser } from './flow/create-flow.js';
import { guardedDialect } from './api/connect/guarded-dialect.js';
import {
  readArrival as readArrivalBy,
  type ArrivalOptions,
  type ReadArrival,
} from './flow/read-arrival.js';
import { platform } from './platform/platform.js';

export type { Dialect } from './api/connect/dialect.js';
export type { ArrivalOptions, ReadArrival };
export { returnAddress } from './flow/return-address.js';
export { transition } from './flow/transition.js';
export { view } from './flow/view.js';
export type { Effect, FlowEvent, Return, Step, Told } from './flow/events.js';
export type { Entry, Finding, FlowState, Notice, Request } from './flow/states.js';
export type { Arrival, Outcome, Subject, Transaction } from './flow/transaction.js';
export type { ActionName, Moment, View, ViewMessage } from './flow/view.js';
export type { FlowAbout, FlowClient } from './flow/client-server.js';
export type { Flow, FlowBrowser, FlowOptions } from './flow/create-flow.js';

/**
 * Begins a flow: takes up what the page's address says about it, else what the browser keeps of it.
 *
 * @param browser What stands for the browser, in a test or where there is none; the page's own when absent.
 * @throws {ConnectError} `config` naming what is missing or wrong.
 */
export function createFlow(options: FlowOptions, browser: FlowBrowser = platform): Flow {
  return createFlowIn(options, browser);
}

/**
 * Reads what a payer has come back with, whatever the address says.
 *
 * @param address Absolute.
 * @returns undefined when the address carries nothing of ours.
 */
export function readArrival(
  address: string,
  { resultParam, dialect = {} }: ArrivalOptions = {},
): ReadArrival | undefined {
  return readArrivalBy(address, { resultParam, dialect: guardedDialect(dialect) });
}

/**
 * Tells a flow when the page is seen again, and what other tabs store, as the elements hear it.
 *
 * @returns what ends that.
 */
export function followPage(flow: Flow): () => void {
  let last = -Infinity;
  const onSeen = () => {
    const now = platform.now();
    // A browser says the same in several ways, one after the other.
    if (Math.abs(now - last) < 1_000) return;
    last = now;
    flow.seen();
  };
  const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && onSeen();
  const onVisible = () => platform.isSeen() && onSeen();
  const onStorage = ({ key }: StorageEvent) => flow.heed(key);
  addEventListener('pageshow', onPageShow);
  addEventListener('storage', onStorage);
  document.addEventListener('visibilitychange', onVisible);
  document.addEventListener('resume', onSeen);
  document.addEventListener('prerenderingchange', onSeen);
  return () => {
    removeEventListener('pageshow', onPageShow);
    removeEventListener('storage', onStorage);
    document.removeEventListener('visibilitychange', onVisible);
    document.removeEventListener('resume', onSeen);
    document.removeEventListener('prerenderingchange', onSeen);
  };
}
