import type { Families, Texts, TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { shared } from './shared.js';

const vippsPayment: TextsOf<'vipps-payment'> = {
  heading: 'Vipps-maksu',
  empty: 'Näytettävää maksua ei ole.',
  submitting: 'Otetaan yhteyttä maksupalveluun …',
  leaving: 'Siirrytään Vippsiin …',
  'leaving.by-hand': 'Siirry Vippsiin',
  checking: 'Tarkistetaan maksua …',
  wait: 'Tarkistamme maksun uudelleen {seconds} sekunnin kuluttua …',
  registered: 'Maksu on kirjattu',
  done: 'Se on tehty',
  'not-found': 'Maksua ei löytynyt',
  lost: [
    'Tämä ei ole enää mahdollista',
    'Maksu on edennyt sen jälkeen, kun se näytettiin, eikä nyt tehty mitään.',
  ],
  elsewhere: [
    'Tätä maksua käsitellään toisessa ikkunassa',
    'Tee se siellä loppuun ja katso sitten maksun tilanne.',
  ],
  'in-doubt': [
    'Emme tiedä, tehtiinkö se',
    'Vastaus katosi matkalla. Katso maksun tilanne, ennen kuin yrität uudelleen.',
  ],
  refused: 'Sitä ei tehty',
  open: [
    'Olet käynyt maksusivulla',
    'Emme vielä tiedä, miten maksussa kävi. Tarkista uudelleen, ennen kuin maksat toiste.',
  ],
  'outcome.cancelled': [
    'Vippsin mukaan keskeytit maksun',
    'Maksua ei ole kirjattu. Voit yrittää uudelleen.',
  ],
  'outcome.failed': [
    'Vippsin mukaan maksu ei onnistunut',
    'Maksua ei ole kirjattu. Voit yrittää uudelleen.',
  ],
  'outcome.initiated': [
    'Vippsin mukaan maksu on aloitettu',
    'Jos sovellus odottaa sinua, hyväksy maksu siellä ja tarkista uudelleen.',
  ],
  unpaid: ['Maksu ei onnistunut', 'Se on kirjattu maksamattomaksi. Voit yrittää uudelleen.'],
  'fact.state': 'Tila',
  'fact.amount': 'Summa',
  'fact.description': 'Selite',
  'fact.number': 'Maksun numero',
  'fact.created': 'Aloitettu',
  'fact.updated': 'Muutettu',
  'fact.remainingCaptureAmount': 'Veloittamatta',
  'fact.remainingCancellationAmount': 'Vapauttamatta',
  'fact.remainingReversalAmount': 'Palauttamatta',
  'fact.title': 'Syy',
  'fact.abortReason': 'Syy',
  'fact.detail': 'Lisätiedot',
  'state.Ready': 'Valmiina',
  'state.Pending': 'Kesken',
  'state.Failed': 'Ei onnistunut',
  'state.Aborted': 'Keskeytetty',
  'operation.redirect-authorization': 'Maksa Vippsillä',
  'operation.view-authorization': 'Maksa tällä sivulla',
  'operation.view-payment': 'Maksa tällä sivulla',
  'operation.create-capture': 'Veloita summa',
  'operation.create-cancellation': 'Vapauta varaus',
  'operation.paid-payment': 'Kuitti',
  'operation.failed-payment': 'Mikä meni vikaan',
  'operation.aborted-payment': 'Miksi se keskeytettiin',
  'meaning.CancelledByConsumer': 'Maksaja keskeytti sen',
  'operation.update-payment-abort': 'Keskeytä maksu',
  vat: 'Alv:n osuus',
  close: 'Sulje',
  ...loadErrors('Maksua ei voi näyttää juuri nyt'),
};

export default { shared, 'vipps-payment': vippsPayment } satisfies Texts<Families['vipps-payment']>;
