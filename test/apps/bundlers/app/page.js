import 'connect-elements/pay-invoice/define';
