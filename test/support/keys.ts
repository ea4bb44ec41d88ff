/** Codes of WebDriver for the keys that tests press, by the names of https://www.w3.org/TR/uievents-key/ */
export const keys = {
  ...{
    Tab: '\uE004',
    'Shift+Tab': '\uE004',
    Enter: '\uE007',
    ' ': ' ',
    End: '\uE010',
    Home: '\uE011',
  },
  ...{ ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' },
};
export type Key = keyof typeof keys;
