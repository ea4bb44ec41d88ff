import assert from 'node:assert/strict';
import { it } from 'node:test';
import { comesToRest, explore, type Model, type Move } from './explore.js';

/** What a machine makes of an event. */
type Transit<State, Event, Effect> = (
  state: State,
  event: Event,
) => { readonly state: State; readonly effects: readonly Effect[] };

/** A machine without some of its effects. */
export function without<State, Event, Effect>(
  transit: Transit<State, Event, Effect>,
  isKept: (effect: Effect, state: State) => boolean,
): Transit<State, Event, Effect> {
  return (state, event) => {
    const step = transit(state, event);
    return { ...step, effects: step.effects.filter((effect) => isKept(effect, state)) };
  };
}

/** Walks all there is, and says how far that was: more than `least`, or it went nowhere and held everything. */
export function holds<World, Step extends Move<World>>(
  model: Model<World, Step>,
  least: number,
): void {
  const { worlds, steps, broken } = explore(model);
  console.log(`tally ${worlds} states walked\ntally ${steps} steps walked`);
  assert.deepEqual([...broken], []);
  assert.ok(worlds > least, 'a walk that goes nowhere holds everything');
}

/** A test for each rule: the fault that is planted for it is noticed. */
export function noticesEach<World, Step extends Move<World>, Fault>(
  modelOf: (fault?: Fault) => Model<World, Step>,
  faults: Readonly<Record<string, Fault>>,
): void {
  const { steps, worlds } = modelOf();
  for (const name of [...Object.keys(steps), ...Object.keys(worlds), comesToRest]) {
    it(name, () => {
      const fault = faults[name];
      assert.ok(fault, 'has no fault planted');
      assert.ok(explore(modelOf(fault), name).broken.has(name), 'was not noticed');
    });
  }
}

/** A machine that fails where an event on the list of its state changes something; counts what it was asked. */
export function watched<State extends { name: string }, Event extends { type: string }, Effect>(
  transit: Transit<State, Event, Effect>,
  isListed: (state: State, event: Event) => boolean,
) {
  let tried = 0;
  const watching: Transit<State, Event, Effect> = (state, event) => {
    const step = transit(state, event);
    const isIdle = step.state === state && !step.effects.length;
    if (isListed(state, event)) assert.ok(isIdle, `${state.name} ${event.type} changes something`);
    tried++;
    return step;
  };
  return { transit: watching, tried: () => tried };
}
