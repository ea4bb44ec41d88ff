import type { Families, Texts, TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { shared } from './shared.js';

const vippsPayment: TextsOf<'vipps-payment'> = {
  heading: 'Vipps-betalning',
  empty: 'Det finns ingen betalning att visa.',
  submitting: 'Kontaktar betaltjänsten …',
  leaving: 'Skickar dig till Vipps …',
  'leaving.by-hand': 'Gå till Vipps',
  checking: 'Kontrollerar betalningen …',
  wait: {
    one: 'Vi kontrollerar betalningen igen om {seconds} sekund …',
    other: 'Vi kontrollerar betalningen igen om {seconds} sekunder …',
  },
  registered: 'Betalningen är registrerad',
  done: 'Det är gjort',
  'not-found': 'Vi hittade inte betalningen',
  lost: [
    'Det är inte längre möjligt',
    'Betalningen har kommit längre sedan den visades, och inget gjordes nu.',
  ],
  elsewhere: [
    'Något görs med betalningen i ett annat fönster',
    'Slutför det där och titta på betalningen igen.',
  ],
  'in-doubt': [
    'Vi vet inte om det gjordes',
    'Svaret försvann på vägen. Se hur läget är med betalningen innan du försöker igen.',
  ],
  refused: 'Det gjordes inte',
  open: [
    'Du har varit på betalningssidan',
    'Vi vet inte ännu hur det gick med betalningen. Kontrollera igen innan du betalar på nytt.',
  ],
  'outcome.cancelled': [
    'Vipps säger att du avbröt',
    'Betalningen är inte registrerad. Du kan försöka igen.',
  ],
  'outcome.failed': [
    'Vipps säger att betalningen inte gick igenom',
    'Betalningen är inte registrerad. Du kan försöka igen.',
  ],
  'outcome.initiated': [
    'Vipps säger att betalningen har påbörjats',
    'Om appen väntar på dig godkänner du där och kontrollerar igen.',
  ],
  unpaid: ['Betalningen gick inte igenom', 'Den är registrerad som obetald. Du kan försöka igen.'],
  'fact.state': 'Status',
  'fact.amount': 'Belopp',
  'fact.description': 'Avser',
  'fact.number': 'Betalningsnummer',
  'fact.created': 'Påbörjad',
  'fact.updated': 'Ändrad',
  'fact.remainingCaptureAmount': 'Kvar att debitera',
  'fact.remainingCancellationAmount': 'Kvar att frigöra',
  'fact.remainingReversalAmount': 'Kvar att betala tillbaka',
  'fact.title': 'Orsak',
  'fact.abortReason': 'Orsak',
  'fact.detail': 'Detaljer',
  'state.Ready': 'Redo',
  'state.Pending': 'Pågår',
  'state.Failed': 'Det gick inte igenom',
  'state.Aborted': 'Avbruten',
  'operation.redirect-authorization': 'Betala med Vipps',
  'operation.view-authorization': 'Betala på den här sidan',
  'operation.view-payment': 'Betala på den här sidan',
  'operation.create-capture': 'Debitera belopp',
  'operation.create-cancellation': 'Frigör belopp',
  'operation.paid-payment': 'Kvitto',
  'operation.failed-payment': 'Vad som gick fel',
  'operation.aborted-payment': 'Varför den stoppades',
  'meaning.CancelledByConsumer': 'Betalaren stoppade den',
  'operation.update-payment-abort': 'Avbryt betalningen',
  vat: 'Varav moms',
  close: 'Stäng',
  ...loadErrors('Betalningen kan inte visas just nu'),
};

export default { shared, 'vipps-payment': vippsPayment } satisfies Texts<Families['vipps-payment']>;
