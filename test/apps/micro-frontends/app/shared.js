/** In the mode `shared` there is one copy of the library for all applications of a page. */
export const sharedIn = (mode) =>
  mode === 'shared' ? { 'connect-elements': { singleton: true } } : {};
