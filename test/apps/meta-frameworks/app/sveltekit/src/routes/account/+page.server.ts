// src/routes/account/+page.server.ts
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  invoice: { number: '7435500', product: 'CO27500', company: '5646903690', amount: '295.00' },
});
