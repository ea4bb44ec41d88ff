/** Where a fault strikes: what an element shows, what it changes, or what the server says of a change. */
export type Kind = 'read' | 'write' | 're-read';

/** What comes of a request. The last two are a write in doubt: the work was done, or it was not. */
export type End = 'well' | 'unread' | 'refused' | 'declined' | 'doubt, done' | 'doubt, undone';
