<?php
/**
 * Plugin Name: The theme's lines
 *
 * What a theme has in its footer for articles that may hold no element.
 */

add_action(
	'wp_footer',
	function () {
		$elements = plugins_url( 'connect-elements/assets/connect-elements.js' );
		$settings = wp_json_encode(
			array(
				'clientId' => connect_elements_settings()['client_id'],
				'loginUrl' => connect_elements_settings()['login_url'],
				'apiUrl'   => '/wp-json/connect-elements/v1/capi',
			),
			JSON_HEX_TAG
		);
		wp_print_inline_script_tag( "import { configure } from '$elements'; configure($settings);", array( 'type' => 'module' ) );
		wp_print_script_tag(
			array(
				'type' => 'module',
				'src'  => content_url( 'mu-plugins/place-elements.js' ),
			)
		);
	}
);
