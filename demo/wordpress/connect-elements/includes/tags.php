<?php
/** A block and a shortcode for each folder of `blocks`, which has what an article may say about the element. */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'connect_elements_register' );

function connect_elements_register(): void {
	wp_register_script(
		'connect-elements-editor',
		plugins_url( 'blocks/editor.js', __DIR__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
		(string) filemtime( __DIR__ . '/../blocks/editor.js' ),
		true
	);
	$names = array();
	foreach ( glob( __DIR__ . '/../blocks/*/block.json' ) as $file ) {
		$block   = wp_json_file_decode( $file, array( 'associative' => true ) );
		$tag     = 'connect-' . basename( dirname( $file ) );
		$names[] = $block['name'];
		connect_elements_add_tag( $tag, dirname( $file ), $block['attributes'] );
	}
	wp_add_inline_script( 'connect-elements-editor', 'var connectElementsBlocks = ' . wp_json_encode( $names ), 'before' );
}

function connect_elements_add_tag( string $tag, string $folder, array $schema ): void {
	register_block_type(
		$folder,
		array(
			'render_callback' => function ( $attributes ) use ( $tag, $schema ) {
				$given = array();
				foreach ( $attributes as $name => $value ) {
					$given[ connect_elements_kebab( $name ) ] = $value;
				}
				return connect_elements_show( $tag, $schema, $given, '' );
			},
		)
	);
	add_shortcode(
		str_replace( '-', '_', $tag ),
		function ( $given, $content = '' ) use ( $tag, $schema ) {
			// WordPress makes paragraphs of an article before its shortcodes, and so around the tag's two ends.
			$content = preg_replace( '#\A\s*</p>|<p>\s*\z#', '', (string) $content );
			return connect_elements_show( $tag, $schema, (array) $given, $content );
		}
	);
}

function connect_elements_show( string $tag, array $schema, array $given, string $content ): string {
	// A page that has no element gets no script.
	if ( ! has_action( 'wp_footer', 'connect_elements_script' ) ) {
		add_action( 'wp_footer', 'connect_elements_script' );
	}
	return connect_elements_markup( $tag, $schema, $given, $content );
}

/** By WordPress' own function, which lets the site's plugins add a nonce. */
function connect_elements_script(): void {
	wp_print_script_tag(
		array(
			'type' => 'module',
			'src'  => plugins_url( 'assets/connect-elements.js', __DIR__ ),
		)
	);
}
