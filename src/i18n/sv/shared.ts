import type { TextsOf } from '../keys.js';

export const shared: TextsOf<'shared'> = {
  loading: 'Hämtar dina uppgifter …',
  wait: {
    one: 'Tjänsten ber oss vänta. Vi försöker igen om {seconds} sekund …',
    other: 'Tjänsten ber oss vänta. Vi försöker igen om {seconds} sekunder …',
  },
  'try-again': 'Försök igen',
  'check-again': 'Kontrollera igen',
  'log-in': 'Logga in',
  invoice: 'Faktura {number}',
  transaction: 'Transaktion {number}',
  copy: 'Kopiera',
  copied: 'Kopierat',
  unreadable: [
    'Vi ser inte vad du har kommit tillbaka från',
    'Sidans adress säger det inte. Se efter vad som är registrerat innan du försöker igen.',
  ],
  'check.no-answer': 'Tjänsten svarar inte, så vi vet det inte ännu. Kontrollera igen om en stund.',
  'check.unclear':
    'Svaret säger inte hur det ligger till. Kontrollera igen senare, eller kontakta kundtjänst.',
  'check.unauthorized':
    'Du är inte längre inloggad, så vi vet det inte ännu. Logga in och kontrollera igen.',
  'error.config': 'Det är inte inställt på den här sidan. Kontakta kundtjänst.',
  'error.bad-request': 'Tjänsten kunde inte göra det. Kontakta kundtjänst.',
  'error.unauthorized': 'Du är inte längre inloggad. Logga in och försök igen.',
  'error.rate-limited': 'Det är många som vill in just nu. Vänta en minut och försök igen.',
  'error.server': 'Tjänsten har problem just nu. Försök igen om en stund.',
  'error.network': 'Tjänsten svarar inte. Kontrollera din anslutning och försök igen.',
  'error.timeout': 'Tjänsten tar för lång tid på sig att svara. Försök igen om en stund.',
  'error.invalid-response': 'Vi kunde inte läsa svaret. Försök igen om en stund.',
  'error.declined': 'Tjänsten sa nej. Kontakta kundtjänst.',
  'error.in-doubt': 'Svaret försvann på vägen. Se efter vad som har hänt innan du försöker igen.',
};
