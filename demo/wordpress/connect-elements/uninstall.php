<?php
/** Who deletes the plugin keeps nothing of it: the settings are all that it has stored. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'connect_elements' );
