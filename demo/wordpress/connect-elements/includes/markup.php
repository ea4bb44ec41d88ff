<?php
/** Writes an element's tag. Whoever may write an article decides about its attributes, so each is checked. */

defined( 'ABSPATH' ) || exit;

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
	$attributes = '';
	foreach ( $schema as $name => $rule ) {
		$kebab = connect_elements_kebab( $name );
		$value = $given[ $kebab ] ?? '';
		if ( 'boolean' === $rule['type'] ) {
			$attributes .= connect_elements_is_on( $kebab, $given ) ? " $kebab" : '';
		} elseif ( is_string( $value ) && preg_match( '#\A(?:' . $rule['pattern'] . ')\z#', $value ) ) {
			$attributes .= sprintf( ' %s="%s"', $kebab, esc_attr( $value ) );
		}
	}
	// `connect-config` has no box of its own: themes give their width to what stands in an article.
	return sprintf(
		'<div class="connect-elements"><connect-config%s><%s%s>%s</%s></connect-config></div>',
		connect_elements_shared_attributes(),
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

/** From the site's settings; the same for every element. */
function connect_elements_shared_attributes(): string {
	$settings = connect_elements_settings();
	$shared   = array(
		'api-url'     => (string) wp_parse_url( rest_url( CONNECT_ELEMENTS_ROUTE ), PHP_URL_PATH ),
		'client-id'   => $settings['client_id'],
		'environment' => $settings['environment'],
		'country'     => $settings['country'],
		'login-url'   => $settings['login_url'],
	);
	$markup   = '';
	foreach ( array_filter( $shared ) as $name => $value ) {
		$markup .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $markup;
}

function connect_elements_kebab( string $name ): string {
	return strtolower( preg_replace( '/[A-Z]/', '-$0', $name ) );
}
