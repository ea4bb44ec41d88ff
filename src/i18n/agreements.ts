/** What `connect-agreements` says. */
export const agreements = {
  heading: 'Saved payment agreements',
  empty: 'There is no saved agreement.',
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
  stillListed: 'It is removed. It may be listed for a while yet.',
  notRemoved: 'It is not removed. You can try again.',
  expires: (when: string) => `Expires ${when}`,
  soon: 'Expires soon',
  expired: 'Expired',
} as const;
