/** The languages of the elements, by the names that their readers know. */
export const languageNames: Readonly<Record<string, string>> = {
  en: 'English',
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  sv: 'Svenska',
  da: 'Dansk',
  fi: 'Suomi',
};
