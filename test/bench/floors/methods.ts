/** What both floors share, so that they differ in nothing but how they render. */
export interface Method {
  readonly paymentMethod: string;
  readonly current: boolean;
}

export const tag = 'connect-payment-methods';

export const names: Readonly<Record<string, string>> = {
  invoice: 'Invoice',
  autoGiro: 'Avtalegiro',
  recurringVippsPayment: 'Vipps',
  recurringPayExCardPayment: 'Card',
  recurringKlarnaPayment: 'Klarna',
  recurringNexiPayment: 'Card (Nexi)',
};

export const outline = (paymentMethod: string) =>
  /ipps|swish/.test(paymentMethod) ? 'M7 2h10v20H7zM7 18h10' : 'M3 6h18v12H3zM3 10h18';

export const styles = new CSSStyleSheet();
styles.replaceSync(`
:host{display:block}
section,[part=list]{display:grid;gap:1rem}
h2{margin:0}
[part~=item]{display:flex;align-items:center;gap:1rem;min-height:2.75rem;padding:.5rem 1rem;border:1px solid #888;border-radius:.5rem;background:#8881}
[aria-current]{box-shadow:inset 0 0 0 2px #2f6fde}
svg{flex:none;width:1.5rem;height:1.5rem;fill:none;stroke:currentColor}
[part=label]{flex:1}
[part~=skeleton]{border-color:transparent}`);

/** Asks the API that the element's attributes name. Throws when there is no answer. */
export async function fetchMethods(element: HTMLElement): Promise<readonly Method[]> {
  const setting = (name: string) => element.getAttribute(name) ?? '';
  const code = encodeURIComponent(setting('product-code'));
  const response = await fetch(`${setting('api-url')}/v1/product/payment/${code}`, {
    headers: { Accept: 'application/json', Authorization: `Bearer ${setting('token')}` },
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return decode(await response.json()).sort((a, b) => Number(b.current) - Number(a.current));
}

function decode(body: unknown): Method[] {
  const items = field(body, 'paymentMethodResponseItems');
  if (!Array.isArray(items)) throw new Error('no list');
  return items.map((item: unknown) => ({
    paymentMethod: String(field(item, 'paymentMethod')),
    current: field(item, 'current') === true,
  }));
}

export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
