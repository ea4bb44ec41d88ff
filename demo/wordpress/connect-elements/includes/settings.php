<?php
/** What an administrator decides: the client, and the servers. Nobody else can name a server. */

defined( 'ABSPATH' ) || exit;

const CONNECT_ELEMENTS_OPTION = 'connect_elements';

/** Settings that are one of several words. */
const CONNECT_ELEMENTS_CHOICES = array(
	'environment' => array( 'production', 'test' ),
	'country'     => array( 'no', 'se' ),
);

/** Settings that are addresses, and what makes a good one of each, or nothing of a wrong one. */
const CONNECT_ELEMENTS_ADDRESSES = array(
	'api_url'           => 'connect_elements_server',
	'login_url'         => 'connect_elements_server',
	'methods_url'       => 'connect_elements_backend',
	'vipps_url'         => 'connect_elements_backend',
	'operation_origins' => 'connect_elements_origins',
);

/** The settings, with what is not set as an empty text. */
function connect_elements_settings(): array {
	$stored = get_option( CONNECT_ELEMENTS_OPTION, array() );
	return ( is_array( $stored ) ? $stored : array() ) + array(
		'client_id'   => '',
		'environment' => 'production',
		'country'     => 'no',
	) + array_fill_keys( array_keys( CONNECT_ELEMENTS_ADDRESSES ), '' );
}

/** The API that the proxy asks, without a slash at its end. */
function connect_elements_api_url(): string {
	$settings = connect_elements_settings();
	$suffix   = 'test' === $settings['environment'] ? '-test' : '';
	return $settings['api_url'] ? $settings['api_url'] : "https://api$suffix.mediaconnect.no/capi";
}

add_action(
	'admin_init',
	function () {
		register_setting( CONNECT_ELEMENTS_OPTION, CONNECT_ELEMENTS_OPTION, array( 'sanitize_callback' => 'connect_elements_sanitize' ) );
	}
);

add_action(
	'admin_menu',
	function () {
		add_options_page( 'Connect elements', 'Connect elements', 'manage_options', CONNECT_ELEMENTS_OPTION, 'connect_elements_settings_page' );
	}
);

/**
 * A value that does not fit changes nothing: another in its place could send tokens to another server.
 *
 * @param mixed $given From the form.
 */
function connect_elements_sanitize( $given ): array {
	$before = connect_elements_settings();
	$after  = array_map( 'trim', array_filter( (array) $given, 'is_string' ) ) + $before;
	foreach ( CONNECT_ELEMENTS_CHOICES as $name => $choices ) {
		if ( ! in_array( $after[ $name ], $choices, true ) ) {
			$after[ $name ] = connect_elements_keep( $name, $before );
		}
	}
	foreach ( CONNECT_ELEMENTS_ADDRESSES as $name => $check ) {
		$address        = $check( $after[ $name ] );
		$is_wrong       = '' === $address && '' !== $after[ $name ];
		$after[ $name ] = $is_wrong ? connect_elements_keep( $name, $before ) : $address;
	}
	$after['client_id'] = sanitize_text_field( $after['client_id'] );
	return array_intersect_key( $after, $before );
}

/** What was set before, and a word about it to whoever saves. */
function connect_elements_keep( string $name, array $before ): string {
	// Only pages of the administration have it; a command may set an option too.
	if ( function_exists( 'add_settings_error' ) ) {
		add_settings_error( CONNECT_ELEMENTS_OPTION, "connect-$name", "Connect elements: $name was not changed, the value does not fit." );
	}
	return $before[ $name ];
}

/** An `https:` address, or `http:` on this machine, for nobody in particular and without a query; else nothing. */
function connect_elements_server( string $url ): string {
	$host = '[A-Za-z0-9.-]+(?::[0-9]+)?';
	$path = '(?:/[A-Za-z0-9._~-]+)*';
	return preg_match( "#\A(?:https://$host|http://(?:localhost|127\.0\.0\.1)(?::[0-9]+)?)$path/?\z#", $url )
		? rtrim( $url, '/' )
		: '';
}

/** A path of this site: no token goes to another, and an element asks no stranger without one. */
function connect_elements_backend( string $url ): string {
	return preg_match( '#\A(?:/[A-Za-z0-9._~-]+)+/?\z#', $url ) ? rtrim( $url, '/' ) : '';
}

/** Servers without a path, with a space between. */
function connect_elements_origins( string $origins ): string {
	$checked = array_map( 'connect_elements_server', explode( ' ', $origins ) );
	$is_good = ! preg_grep( '#\A(?!https?://[^/]+\z)#', $checked );
	return $is_good ? implode( ' ', $checked ) : '';
}

/** Where a setting is changed. */
function connect_elements_control( string $name, string $value ): string {
	$attributes = sprintf(
		'id="connect-%1$s" name="%2$s[%1$s]" aria-describedby="connect-%1$s-hint"',
		esc_attr( $name ),
		esc_attr( CONNECT_ELEMENTS_OPTION )
	);
	if ( ! isset( CONNECT_ELEMENTS_CHOICES[ $name ] ) ) {
		return sprintf( '<input class="regular-text" %s value="%s">', $attributes, esc_attr( $value ) );
	}
	$options = '';
	foreach ( CONNECT_ELEMENTS_CHOICES[ $name ] as $choice ) {
		$options .= sprintf( '<option%s>%s</option>', selected( $choice, $value, false ), esc_html( $choice ) );
	}
	return "<select $attributes>$options</select>";
}

function connect_elements_settings_page(): void {
	$settings = connect_elements_settings();
	$fields   = array(
		'client_id'   => array( 'Client id', 'Your Connect client id, such as no.example.gazette' ),
		'environment' => array( 'Environment', 'Whose servers: the vendor’s own, or its test servers' ),
		'country'     => array( 'Country', 'Norway or Sweden' ),
		'api_url'     => array( 'API', 'Only where it is not the vendor’s' ),
		'login_url'   => array( 'Login server', 'Only where it is not the vendor’s' ),
		'methods_url' => array( 'Backend for stored payment methods', 'Yours, such as /backend/methods; only for connect-method-status' ),
		'vipps_url'   => array( 'Backend for Vipps payments', 'Yours, such as /backend/vipps; only for connect-vipps-payment' ),
		'operation_origins' => array( 'Origins of Vipps pages', 'Where your backend’s payments send a payer, with a space between' ),
	);
	echo '<div class="wrap"><h1>Connect elements</h1><form method="post" action="options.php"><table class="form-table">';
	settings_fields( CONNECT_ELEMENTS_OPTION );
	foreach ( $fields as $name => list( $label, $hint ) ) {
		printf(
			'<tr><th scope="row"><label for="connect-%1$s">%2$s</label></th><td>%3$s<p class="description" id="connect-%1$s-hint">%4$s</p></td></tr>',
			esc_attr( $name ),
			esc_html( $label ),
			connect_elements_control( $name, $settings[ $name ] ), // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped there.
			esc_html( $hint )
		);
	}
	echo '</table>';
	submit_button();
	echo '</form></div>';
}

add_action(
	'admin_notices',
	function () {
		if ( ! current_user_can( 'manage_options' ) ) {
			return;
		}
		$missing = array(
			'choose permalinks other than “Plain”: the proxy needs an address without a query.' => get_option( 'permalink_structure' ),
			'copy the folder dist/cdn of the package to wp-content/plugins/connect-elements/assets.' => file_exists( __DIR__ . '/../assets/connect-elements.js' ),
			'set your client id under Settings.' => connect_elements_settings()['client_id'],
		);
		foreach ( array_keys( array_filter( $missing, fn( $is_there ) => ! $is_there ) ) as $text ) {
			printf( '<div class="notice notice-warning"><p>Connect elements: %s</p></div>', esc_html( $text ) );
		}
	}
);
