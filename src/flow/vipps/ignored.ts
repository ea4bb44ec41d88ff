import type { VippsEventType } from './events.js';
import type { VippsStateName } from './states.js';

/** What may come late, since nobody can call it back. */
const readings = ['found', 'unanswered', 'due'] as const;
const ofTheLock = ['locked', 'taken'] as const;
const ofTheRead = ['listed', 'unlisted'] as const;
const ofThePage = ['allowed', 'vetoed', 'impossible'] as const;
const ofTheServer = ['done', 'refused', 'lost'] as const;
const ofDetails = ['fetched', 'unfetched'] as const;
const ofTheView = ['opened', 'unopened'] as const;
const ofFields = ['prepared', 'unprepared'] as const;
/** Answers to what only somebody who does something asks for. */
const answers = [
  ...ofTheLock,
  ...ofTheRead,
  ...ofThePage,
  ...ofTheServer,
  ...ofDetails,
  ...ofTheView,
] as const;
/** Nobody can press anything while something is under way. */
const presses = ['asked', 'pressed', 'denied', 'checked-again'] as const;
/** What the vendor's page says, where it is not open. */
const seamless = ['begun', 'claimed', 'tried', 'sent-away', 'misled'] as const;
const whileBusy = [...readings, ...presses, ...ofFields, 'loaded', 'late'] as const;

/**
 * The events that change nothing, by state. A new event is in none of these lists, and so does not compile
 * until somebody has decided what it means in each state.
 */
export const ignoredIn = {
  unread: [...answers, ...readings, ...ofFields, 'denied', 'checked-again', 'late', 'seen'],
  shown: [...answers, ...readings, ...ofFields, 'denied', 'checked-again', 'late', 'seen'],
  preparing: [...answers, ...readings, 'denied', 'checked-again', 'late', 'seen', 'loaded'],
  questioning: [
    ...answers,
    ...readings,
    ...ofFields,
    ...(['checked-again', 'late', 'seen', 'loaded'] as const),
  ],
  locking: [
    ...whileBusy,
    ...ofTheRead,
    ...ofThePage,
    ...ofTheServer,
    ...ofDetails,
    ...ofTheView,
    'seen',
  ],
  reading: [...whileBusy, ...ofTheLock, ...ofThePage, ...ofTheServer, ...ofDetails, ...ofTheView],
  permitting: [
    ...whileBusy,
    ...ofTheLock,
    ...ofTheRead,
    ...ofTheServer,
    ...ofDetails,
    ...ofTheView,
    'seen',
  ],
  sending: [
    ...whileBusy,
    ...seamless,
    ...ofTheLock,
    ...ofTheRead,
    ...ofThePage,
    ...ofDetails,
    ...ofTheView,
    'seen',
  ],
  fetching: [
    ...whileBusy,
    ...ofTheLock,
    ...ofTheRead,
    ...ofThePage,
    ...ofTheServer,
    ...ofTheView,
    'seen',
  ],
  opening: [
    ...whileBusy,
    ...ofTheLock,
    ...ofTheRead,
    ...ofThePage,
    ...ofTheServer,
    ...ofDetails,
    'seen',
  ],
  leaving: [...answers, ...readings, ...presses, ...ofFields, 'loaded'],
  concluding: [
    ...answers,
    ...seamless,
    ...ofFields,
    ...presses,
    ...(['due', 'loaded', 'late', 'seen'] as const),
  ],
  unsettled: [...answers, ...readings, ...ofFields, 'denied', 'late', 'seen'],
  checking: [...answers, ...ofFields, 'denied', 'late'],
  unconfirmed: [...answers, ...readings, ...ofFields, 'denied', 'late', 'seen'],
  confirmed: [
    ...answers,
    ...readings,
    ...ofFields,
    ...(['denied', 'checked-again', 'late', 'seen', 'loaded'] as const),
  ],
  left: [
    ...answers,
    ...readings,
    ...presses,
    ...seamless,
    ...ofFields,
    ...(['loaded', 'left', 'late', 'seen'] as const),
  ],
} as const satisfies Record<VippsStateName, readonly VippsEventType[]>;
