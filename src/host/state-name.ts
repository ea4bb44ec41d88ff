/** What a style sheet can match with `:state()`. */
export type StateName =
  'loading' | 'ready' | 'empty' | 'submitting' | 'redirecting' | 'settled' | 'failed';
