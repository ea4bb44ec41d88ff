<?php
/** Writes an element's tag. Whoever may write an article decides about its attributes, so each is checked. */

defined( 'ABSPATH' ) || exit;

/** Which setting has the backend of an element that asks one of the site's own, instead of the Connect API. */
const CONNECT_ELEMENTS_BACKENDS = array(
	'connect-method-status' => 'methods_url',
	'connect-vipps-payment' => 'vipps_url',
);

/**
 * The element with those of the given attributes that its block names and whose value fits.
 *
 * Whatever the block does not name is left out: servers, tokens and scripts are for the settings, never for an
 * article.
 *
 * @param array  $schema  The attributes of its `block.json`, by name in camelCase.
 * @param array  $given   By name in kebab-case.
 * @param string $content Its heading or whatever stands in it.
 */
function connect_elements_markup( string $tag, array $schema, array $given, string $content = '' ): string {
	$shared     = connect_elements_shared( $tag );
	$attributes = '';
	if ( ! $shared['api-url'] ) {
		return current_user_can( 'edit_posts' ) ? "<p>$tag: its backend is missing under Settings.</p>" : '';
	}
	foreach ( $schema as $name => $rule ) {
		$kebab = connect_elements_kebab( $name );
		$value = $given[ $kebab ] ?? '';
		if ( 'boolean' === $rule['type'] ) {
			$attributes .= connect_elements_is_on( $kebab, $given ) ? " $kebab" : '';
		} elseif ( is_string( $value ) && preg_match( '#\A(?:' . $rule['pattern'] . ')\z#', $value ) ) {
			// An article names a path, and the settings the server.
			$whole       = 'src' === $kebab ? "{$shared['api-url']}/$value" : $value;
			$attributes .= sprintf( ' %s="%s"', $kebab, esc_attr( $whole ) );
		}
	}
	// `connect-config` has no box of its own: themes give their width to what stands in an article.
	return sprintf(
		'<div class="connect-elements"><connect-config%s><%s%s>%s</%s></connect-config></div>',
		connect_elements_written( $shared ),
		$tag,
		$attributes,
		wp_kses_post( $content ),
		$tag
	);
}

/** `unpaid`, `unpaid="1"` and `unpaid="true"` are on; a shortcode has a bare word as a value without a name. */
function connect_elements_is_on( string $name, array $given ): bool {
	$value = $given[ $name ] ?? null;
	return in_array( $value, array( true, '', '1', 'true', $name ), true ) || in_array( $name, array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY ), true );
}

/** What `connect-config` says around an element, from the site's settings. */
function connect_elements_shared( string $tag ): array {
	$settings = connect_elements_settings();
	$backend  = CONNECT_ELEMENTS_BACKENDS[ $tag ] ?? null;
	if ( $backend ) {
		return array(
			'api-url'           => $settings[ $backend ],
			'operation-origins' => $settings['operation_origins'],
		);
	}
	return array(
		'api-url'     => (string) wp_parse_url( rest_url( CONNECT_ELEMENTS_ROUTE ), PHP_URL_PATH ),
		'client-id'   => $settings['client_id'],
		'environment' => $settings['environment'],
		'country'     => $settings['country'],
		'login-url'   => $settings['login_url'],
	);
}

function connect_elements_written( array $attributes ): string {
	$markup = '';
	foreach ( array_filter( $attributes ) as $name => $value ) {
		$markup .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $markup;
}

function connect_elements_kebab( string $name ): string {
	return strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) );
}
