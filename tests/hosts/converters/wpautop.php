<?php
// php wpautop.php <wp-includes>: what WordPress makes of a classic text, by its own functions: standard input to HTML.

function apply_filters( $name, $value ) {
	return $value;
}
function _x( $text ) {
	return $text;
}
function __( $text ) {
	return $text;
}

$shortcode_tags = array( 'gallery' => fn() => '<b>a gallery</b>' );
require "$argv[1]/formatting.php";
require "$argv[1]/shortcodes.php";
// In the order of the filter the_content.
echo do_shortcode( shortcode_unautop( wpautop( wptexturize( stream_get_contents( STDIN ) ) ) ) );
