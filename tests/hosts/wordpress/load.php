<?php
// The beginning of page.php and settings.php: reads $page, which is JSON on standard input, and loads the plugin into
// the stand-ins. Every warning of PHP is an error.

set_error_handler(
	function ( $level, $message, $file, $line ) {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);
$page = json_decode( stream_get_contents( STDIN ), true, 16, JSON_THROW_ON_ERROR );

require __DIR__ . '/stubs.php';
require $argv[1];
