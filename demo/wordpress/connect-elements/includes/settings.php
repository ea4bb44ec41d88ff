<?php
/** What an administrator decides: the client, and the servers. Nobody else can name a server. */

defined( 'ABSPATH' ) || exit;

const CONNECT_ELEMENTS_OPTION = 'connect_elements';

/** Settings that are one of several words. */
const CONNECT_ELEMENTS_CHOICES = array(
	'environment' => array( 'production', 'test' ),
	'country'     => array( 'no', 'se' ),
);

/** The settings, with what is not set as an empty text. */
function connect_elements_settings(): array {
	$stored = get_option( CONNECT_ELEMENTS_OPTION, array() );
	return ( is_array( $stored ) ? $stored : array() ) + array(
		'client_id'   => '',
		'environment' => 'production',
		'country'     => 'no',
		'api_url'     => '',
		'login_url'   => '',
	);
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
	foreach ( array( 'api_url', 'login_url' ) as $name ) {
		$server         = connect_elements_server( $after[ $name ] );
		$is_wrong       = '' === $server && '' !== $after[ $name ];
		$after[ $name ] = $is_wrong ? connect_elements_keep( $name, $before ) : $server;
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
