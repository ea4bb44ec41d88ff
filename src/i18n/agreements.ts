/** What `connect-agreements` says. */
export const agreements = {
  heading: 'Payment agreements',
  empty: 'No saved agreement.',
  add: 'Add an agreement',
  remove: 'Remove',
  ask: 'Remove this agreement?',
  consequence: 'Nothing more is paid with it.',
  confirm: 'Yes, remove it',
  keep: 'Keep it',
  /** What is true once the server confirms it. */
  registered: 'The agreement is saved',
  removed: 'The agreement is removed',
  /** The server said that it is removed, and lists it still. */
  stillListed: 'It is removed, but still listed.',
  notRemoved: 'It is not removed. You can try again.',
  expires: 'Expires {0}',
  soon: 'Expires soon',
  expired: 'Expired',
} as const;
