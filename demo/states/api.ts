import { Hono, type Context } from 'hono';
import type { Answer, Scenario } from './scenario.js';
import { findScenario } from './scenarios/index.js';

/** As many pages as may be open at once. */
const mostVisits = 2000;

/**
 * An API that answers as each scenario says. Every page that is opened has addresses of its own, so that
 * what one has sent does not change what another reads.
 */
export function fixtureApi(): Hono {
  const app = new Hono();
  /** The visits in which something was sent; the oldest go. */
  const sent = new Set<string>();
  const answer = (c: Context, scenario: Scenario | undefined) => {
    if (!scenario) return c.json({}, 404);
    const visit = c.req.param('visit') ?? '';
    if (c.req.method === 'GET') return give(c, toRead(scenario, c.req.path, sent.has(visit)));
    sent.add(visit);
    for (const oldest of sent) if (sent.size > mostVisits) sent.delete(oldest);
    return give(c, scenario.writes);
  };
  app.all('/:element/:state/:visit/*', (c) => {
    const { element, state } = c.req.param();
    return answer(c, findScenario(element, state));
  });
  return app;
}

function toRead(scenario: Scenario, path: string, isSent: boolean): Answer | undefined {
  const { reads, afterwards = reads, more = {} } = scenario;
  const [, named] = Object.entries(more).find(([end]) => path.endsWith(end)) ?? [];
  return named ?? (isSent ? afterwards : reads);
}

function give(c: Context, answer: Answer = { body: {} }): Response {
  // A browser has six connections to an origin, and a page full of frames would wait for them: the page
  // itself keeps back what says that it never comes.
  if (answer === 'held') return c.json({}, 200, { 'X-Held': 'true' });
  const { body, status = 200, headers = {} } = answer;
  return c.json(body ?? {}, status, { 'Cache-Control': 'no-store', ...headers });
}
