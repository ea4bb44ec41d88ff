<?php
/** What an administrator decides: the client, and the servers. Nobody else can name a server. */

defined( 'ABSPATH' ) || exit;

const CONNECT_ELEMENTS_OPTION = 'connect_elements';

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

/** @param mixed $given From the form. */
function connect_elements_sanitize( $given ): array {
	$given = array_map( 'trim', array_filter( (array) $given, 'is_string' ) ) + connect_elements_settings();
	return array(
		'client_id'   => sanitize_text_field( $given['client_id'] ),
		'environment' => 'test' === $given['environment'] ? 'test' : 'production',
		'country'     => 'se' === $given['country'] ? 'se' : 'no',
		'api_url'     => connect_elements_server( $given['api_url'] ),
		'login_url'   => connect_elements_server( $given['login_url'] ),
	);
}

/** An `https:` address, or `http:` on this machine, for nobody in particular and without a query; else nothing. */
function connect_elements_server( string $url ): string {
	$host = '[A-Za-z0-9.-]+(?::[0-9]+)?';
	$path = '(?:/[A-Za-z0-9._~-]+)*';
	return preg_match( "#\A(?:https://$host|http://(?:localhost|127\.0\.0\.1)(?::[0-9]+)?)$path/?\z#", $url )
		? rtrim( $url, '/' )
		: '';
}

function connect_elements_settings_page(): void {
	$settings = connect_elements_settings();
	$fields   = array(
		'client_id'   => array( 'Client id', 'Your Connect client id, such as no.example.gazette' ),
		'environment' => array( 'Environment', 'production or test' ),
		'country'     => array( 'Country', 'no or se' ),
		'api_url'     => array( 'API', 'Only where it is not the vendor’s' ),
		'login_url'   => array( 'Login server', 'Only where it is not the vendor’s' ),
	);
	echo '<div class="wrap"><h1>Connect elements</h1><form method="post" action="options.php"><table class="form-table">';
	settings_fields( CONNECT_ELEMENTS_OPTION );
	foreach ( $fields as $name => list( $label, $hint ) ) {
		printf(
			'<tr><th scope="row"><label for="connect-%1$s">%2$s</label></th><td><input class="regular-text" id="connect-%1$s" name="%3$s[%1$s]" value="%4$s" aria-describedby="connect-%1$s-hint"><p class="description" id="connect-%1$s-hint">%5$s</p></td></tr>',
			esc_attr( $name ),
			esc_html( $label ),
			esc_attr( CONNECT_ELEMENTS_OPTION ),
			esc_attr( $settings[ $name ] ),
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
