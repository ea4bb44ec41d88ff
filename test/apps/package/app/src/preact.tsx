import type {} from 'connect-elements/preact';
import { useRef } from 'preact/hooks';
import type { ConnectPayInvoice } from 'connect-elements';

export function Account() {
  const element = useRef<ConnectPayInvoice>(null);
  return (
    <connect-config client-id="no.example" tokenProvider={() => 'token'} className="x">
      <connect-pay-invoice
        ref={element}
        invoice-number="7435367"
        productCode="CO27409"
        remember
        name="method"
        disabled={false}
        lang="nb"
        debug
        onconnect-outcome={({ detail }) => console.log(detail.outcome, detail.verified)}
      >
        <h3 slot="error">No</h3>
      </connect-pay-invoice>
      <connect-vipps-payment src="/x" merchant={true} key="1" />
    </connect-config>
  );
}
// @ts-expect-error no such attribute
export const wrong1 = <connect-pay-invoice invoice="1" />;
// @ts-expect-error an object is no invoice number
export const wrong2 = <connect-pay-invoice invoice-number={{}} />;
// @ts-expect-error only read
export const wrong3 = <connect-outcome outcome="finished" />;
// @ts-expect-error no such tag
export const wrong4 = <connect-pay />;
// @ts-expect-error no such field
export const wrong6 = <connect-outcome onconnect-outcome={(e) => e.detail.paid} />;
