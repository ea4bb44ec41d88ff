/**
 * Until when, in epoch milliseconds, whatever nobody asked for keeps away from the server: the vendor counts for all
 * readers of the site together. Of the whole page; a test begins with none.
 */
export const resting = { until: 0 };
