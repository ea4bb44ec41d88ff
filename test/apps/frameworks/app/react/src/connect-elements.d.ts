import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ConnectEventMap } from 'connect-elements';

type Listeners = {
  [Type in keyof ConnectEventMap as `on${Type}`]?: (event: ConnectEventMap[Type]) => void;
};
type Tag<Name extends keyof HTMLElementTagNameMap, Attributes extends string> = DetailedHTMLProps<
  HTMLAttributes<HTMLElementTagNameMap[Name]>,
  HTMLElementTagNameMap[Name]
> &
  Listeners & { [Attribute in Attributes]?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'connect-config': Tag<'connect-config', 'client-id' | 'api-url' | 'login-url'>;
      'connect-payment-methods': Tag<'connect-payment-methods', 'product-code'>;
      'connect-pay-invoice': Tag<
        'connect-pay-invoice',
        'invoice-number' | 'product-code' | 'company-code' | 'amount' | 'value'
      >;
    }
  }
}
