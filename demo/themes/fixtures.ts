import { Hono } from 'hono';

/** What each address answers, below the API's. Nothing here changes, and nobody has to log in. */
const answers: Readonly<Record<string, unknown>> = {
  '/v1/product/payment/CO27409': {
    paymentMethodResponseItems: [
      { paymentMethod: 'recurringVippsPayment', current: true },
      'invoice',
      'recurringPayExCardPayment',
    ],
  },
  '/v1/customer/invoice/payment/CO27409': {
    invoices: [
      invoice('7435367', '295.00', '2035-03-01', {}),
      invoice('7435368', '149.00', '2025-01-10', {}),
      invoice('7435301', '295.00', '2024-11-01', { paidAmount: 295, paymentDate: '2024-10-30' }),
    ],
    reminders: [
      {
        invoiceNumber: 7435368,
        product: 'CO27409',
        reminderNumber: 1,
        reminderType: 'reminder',
        amount: 184,
        reminderDate: '2025-01-24',
        dueDate: '2025-02-07',
      },
    ],
  },
  '/v1/api/payment/payex/token': {
    paymentRecurrenceTokens: [
      card('VISA', '2348', '12', '34'),
      card('MasterCard', '0021', '1', '25'),
    ],
  },
};

/** An API of fixed answers; whatever is asked to be done is refused. */
export function fixtures(): Hono {
  const app = new Hono();
  for (const [path, body] of Object.entries(answers)) {
    app.get(path, (c) => c.json(body));
  }
  app.post('*', (c) => c.json({ success: false }));
  return app;
}

function invoice(number: string, amount: string, dueDate: string, more: object): object {
  return {
    product: 'CO27409',
    productName: 'Weekly Magazine',
    companyCode: '5646903690',
    invoiceNumber: number,
    invoiceAmount: amount,
    amount,
    paidAmount: 0,
    dueDate,
    invoiceHotelUrl: `https://invoices.example/${number}`,
    ...more,
  };
}

function card(cardTypeName: string, digits: string, month: string, year: string): object {
  return {
    productCode: 'CO27409',
    recurrenceToken: `token-${digits}`,
    paymentProviderId: 11,
    maskedCardNumber: `xxxx-xxxxxx-x${digits}`,
    expirationMonth: month,
    expirationYear: year,
    cardTypeName,
  };
}
