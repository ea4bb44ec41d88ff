import xss from 'xss';

export const xssOptions = {
  whiteList: {
    ...xss.getDefaultWhiteList(),
    'connect-pay-invoice': ['invoice-number', 'product-code', 'company-code', 'methods'],
  },
};
