/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan: the grammar corner by corner, the limits, the places, and what it hands out. */
#include "config.h"

#include "model/ent-json-scan.h"

#include <string.h>

/* --- texts that are fine -------------------------------------------------- */

static const char *const good[] = {
  "{}", "[]", "0", "-0", "null", "true", "false", "\"\"", "\"a\"", " {} ", "\t[\r\n]\n",
  "\xEF\xBB\xBF{}", "\xEF\xBB\xBF \n []",
  "[1]", "[1,2]", "[ 1 , 2 ]", "[[],[]]", "[{}]", "{\"a\":{}}", "{\"a\":[]}", "{\"a\":1,\"b\":2}",
  "{ \"a\" : 1 , \"b\" : 2 }", "[null,true,false]", "[[[[[[1]]]]]]", "{\"\":1}",
  "{\"a\":{\"a\":{\"a\":1}}}", "[{\"a\":1},{\"a\":2}]", "{\"a\":1,\"A\":2}", "{\"ab\":1,\"ba\":2}",
  "[0.1]", "[-0.0]", "[1e0]", "[1E5]", "[1e+5]", "[1e-5]", "[1.5e10]", "[10]", "[100.001]",
  "[9223372036854775807]", "[-9223372036854775808]", "[1e308]", "[1.7976931348623157e308]",
  "[5e-324]", "[0e999]", "[0.000e-999]", "[1234567890123456789012345678901234567.8]",
  "[0.00000000000000000000000000000000000001]",
  "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\u0041\"]", "[\"\\u00e9\\u00E9\"]", "[\"\\u0001\"]",
  "[\"\\uD83D\\uDE00\"]", "[\"\\ud83d\\ude00x\"]", "[\"\\uFFFF\\uFFFE\"]", "[\"\\uD7FF\\uE000\"]",
  "[\"\x7F\"]", "[\"\xC3\xA9\"]", "[\"\xE2\x82\xAC\"]", "[\"\xF0\x9F\x98\x80\"]",
  "[\"\xC2\x80\"]", "[\"\xE0\xA0\x80\"]", "[\"\xED\x9F\xBF\"]", "[\"\xEE\x80\x80\"]",
  "[\"\xF0\x90\x80\x80\"]", "[\"\xF4\x8F\xBF\xBF\"]", "[\"\xEF\xBF\xBF\"]",
  "[\"/* no comment */ // none\"]", "[\"{[,:]}\"]", "[\"12345678\"]", "[\"1234567\\\"\"]",
  "[\"1234567\xC3\xA9\"]", "{\"caf\xC3\xA9\":1,\"caf\\u00e8\":2}", "[\"'\"]",
  "[\"\xE2\x80\xA8\xE2\x80\xA9\"]", "[\"\xEF\xBB\xBF\"]",
};

/* --- texts that are not -------------------------------------------------- */

typedef struct {
  const char *text;
  EntJsonCode code;
  guint line;
  guint column;
} Bad;

#define WHOLE 1, 1

static const Bad bad[] = {
  { "", ENT_JSON_EMPTY, WHOLE },
  { " ", ENT_JSON_EMPTY, WHOLE },
  { "\r\n\t \n", ENT_JSON_EMPTY, WHOLE },
  { "\xEF\xBB\xBF", ENT_JSON_EMPTY, WHOLE },
  { "\xEF\xBB\xBF\n", ENT_JSON_EMPTY, WHOLE },
  { "<!DOCTYPE html><html></html>", ENT_JSON_HTML, WHOLE },
  { "\n  <html lang=\"en\">", ENT_JSON_HTML, WHOLE },
  { "<?xml version=\"1.0\"?>", ENT_JSON_HTML, WHOLE },
  { "PK\x03\x04 and so on", ENT_JSON_ZIP, WHOLE },
  { "PK\x05\x06 empty archive", ENT_JSON_ZIP, WHOLE },
  { "\x1F\x8B\x08 and so on", ENT_JSON_GZIP, WHOLE },
  { "%PDF-1.7\n", ENT_JSON_PDF, WHOLE },
  { "Received: from somewhere\r\n", ENT_JSON_MAIL, WHOLE },
  { "Return-Path: <a@example.org>\n", ENT_JSON_MAIL, WHOLE },
  { "From a@example.org Mon Jan  1\n", ENT_JSON_MAIL, WHOLE },
  { "MIME-Version: 1.0\n", ENT_JSON_MAIL, WHOLE },
  { "\xFF\xFE{", ENT_JSON_UTF16, WHOLE },
  { "\xFE\xFF", ENT_JSON_UTF16, WHOLE },

  /* Arrays and objects. */
  { "]", ENT_JSON_EXPECTED_VALUE, 1, 1 },
  { "}", ENT_JSON_EXPECTED_VALUE, 1, 1 },
  { ",", ENT_JSON_EXPECTED_VALUE, 1, 1 },
  { "[,]", ENT_JSON_EXPECTED_VALUE, 1, 2 },
  { "[1,,2]", ENT_JSON_EXPECTED_VALUE, 1, 4 },
  { "[,1]", ENT_JSON_EXPECTED_VALUE, 1, 2 },
  { "[1,]", ENT_JSON_TRAILING_COMMA, 1, 4 },
  { "[1,\n]", ENT_JSON_TRAILING_COMMA, 2, 1 },
  { "[1 2]", ENT_JSON_EXPECTED_COMMA, 1, 4 },
  { "[\"a\" \"b\"]", ENT_JSON_EXPECTED_COMMA, 1, 6 },
  { "[\"a\":1]", ENT_JSON_EXPECTED_COMMA, 1, 5 },
  { "[1}", ENT_JSON_EXPECTED_COMMA, 1, 3 },
  { "[{]", ENT_JSON_EXPECTED_NAME, 1, 3 },
  { "{]", ENT_JSON_EXPECTED_NAME, 1, 2 },
  { "{,}", ENT_JSON_EXPECTED_NAME, 1, 2 },
  { "{1:1}", ENT_JSON_EXPECTED_NAME, 1, 2 },
  { "{a:1}", ENT_JSON_EXPECTED_NAME, 1, 2 },
  { "{null:1}", ENT_JSON_EXPECTED_NAME, 1, 2 },
  { "{[]:1}", ENT_JSON_EXPECTED_NAME, 1, 2 },
  { "{\"a\"}", ENT_JSON_EXPECTED_COLON, 1, 5 },
  { "{\"a\",\"b\"}", ENT_JSON_EXPECTED_COLON, 1, 5 },
  { "{\"a\" 1}", ENT_JSON_EXPECTED_COLON, 1, 6 },
  { "{\"a\"=1}", ENT_JSON_EXPECTED_COLON, 1, 5 },
  { "{\"a\"::1}", ENT_JSON_EXPECTED_VALUE, 1, 6 },
  { "{\"a\":}", ENT_JSON_EXPECTED_VALUE, 1, 6 },
  { "{\"a\":,}", ENT_JSON_EXPECTED_VALUE, 1, 6 },
  { "{\"a\":1,}", ENT_JSON_TRAILING_COMMA, 1, 8 },
  { "{\"a\":1,,\"b\":2}", ENT_JSON_EXPECTED_NAME, 1, 8 },
  { "{\"a\":1 \"b\":2}", ENT_JSON_EXPECTED_COMMA, 1, 8 },
  { "{\"a\":1;\"b\":2}", ENT_JSON_EXPECTED_COMMA, 1, 7 },
  { "{\"a\":1]", ENT_JSON_EXPECTED_COMMA, 1, 7 },
  { "{\"a\":1 2}", ENT_JSON_EXPECTED_COMMA, 1, 8 },
  { "{} {}", ENT_JSON_TRAILING_TEXT, 1, 4 },
  { "{}}", ENT_JSON_TRAILING_TEXT, 1, 3 },
  { "[]\n]", ENT_JSON_TRAILING_TEXT, 2, 1 },
  { "1 2", ENT_JSON_TRAILING_TEXT, 1, 3 },
  { "{},", ENT_JSON_TRAILING_TEXT, 1, 3 },
  { "{\"a\":1}{\"a\":1}", ENT_JSON_TRAILING_TEXT, 1, 8 },

  /* The same name twice. */
  { "{\"a\":1,\"a\":2}", ENT_JSON_DUPLICATE_NAME, 1, 8 },
  { "{\"a\":1,\"\\u0061\":2}", ENT_JSON_DUPLICATE_NAME, 1, 8 },
  { "{\"\\u0061b\":1,\"a\\u0062\":2}", ENT_JSON_DUPLICATE_NAME, 1, 14 },
  { "{\"\xC3\xA9\":1,\"\\u00e9\":2}", ENT_JSON_DUPLICATE_NAME, 1, 8 },
  { "{\"\":1,\"\":2}", ENT_JSON_DUPLICATE_NAME, 1, 7 },
  { "[{\"a\":{\"b\":1},\"b\":2,\n\"a\":3}]", ENT_JSON_DUPLICATE_NAME, 2, 1 },
  { "{\"\\ud83d\\ude00\":1,\"\xF0\x9F\x98\x80\":2}", ENT_JSON_DUPLICATE_NAME, 1, 19 },

  /* Numbers. */
  { "[01]", ENT_JSON_BAD_NUMBER, 1, 2 },
  { "[-01]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[00]", ENT_JSON_BAD_NUMBER, 1, 2 },
  { "[00.5]", ENT_JSON_BAD_NUMBER, 1, 2 },
  { "[1.]", ENT_JSON_BAD_NUMBER, 1, 4 },
  { "[1.e5]", ENT_JSON_BAD_NUMBER, 1, 4 },
  { "[.5]", ENT_JSON_BAD_NUMBER, 1, 2 },
  { "[-.5]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[+1]", ENT_JSON_BAD_NUMBER, 1, 2 },
  { "[-]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[--1]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[- 1]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[1e]", ENT_JSON_BAD_NUMBER, 1, 4 },
  { "[1e+]", ENT_JSON_BAD_NUMBER, 1, 5 },
  { "[1e5.5]", ENT_JSON_BAD_NUMBER, 1, 5 },
  { "[1.2.3]", ENT_JSON_BAD_NUMBER, 1, 5 },
  { "[0x1F]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[1a]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[1e1e1]", ENT_JSON_BAD_NUMBER, 1, 5 },
  { "[-Infinity]", ENT_JSON_BAD_NUMBER, 1, 3 },
  { "[1,000]", ENT_JSON_BAD_NUMBER, 1, 4 },
  { "[1_000]", ENT_JSON_EXPECTED_COMMA, 1, 3 },
  { "[1-2]", ENT_JSON_EXPECTED_COMMA, 1, 3 },
  { "[9223372036854775808]", ENT_JSON_NUMBER_RANGE, 1, 2 },
  { "[-9223372036854775809]", ENT_JSON_NUMBER_RANGE, 1, 2 },
  { "[18446744073709551616]", ENT_JSON_NUMBER_RANGE, 1, 2 },
  { "[1e999]", ENT_JSON_NUMBER_RANGE, 1, 2 },
  { "[-1e999]", ENT_JSON_NUMBER_RANGE, 1, 2 },
  { "[1e-999]", ENT_JSON_NUMBER_RANGE, 1, 2 },
  { "[0,1.8e308]", ENT_JSON_NUMBER_RANGE, 1, 4 },
  { "[12345678901234567890123456789012345678901]", ENT_JSON_LONG_NUMBER, 1, 2 },
  { "[0.1234567890123456789012345678901234567890]", ENT_JSON_LONG_NUMBER, 1, 2 },

  /* Words. */
  { "[nul]", ENT_JSON_BAD_WORD, 1, 2 },
  { "[nulll]", ENT_JSON_BAD_WORD, 1, 2 },
  { "[True]", ENT_JSON_BAD_WORD, 1, 2 },
  { "[TRUE]", ENT_JSON_BAD_WORD, 1, 2 },
  { "[truefalse]", ENT_JSON_BAD_WORD, 1, 2 },
  { "[NaN]", ENT_JSON_BAD_WORD, 1, 2 },
  { "[Infinity]", ENT_JSON_BAD_WORD, 1, 2 },
  { "[undefined]", ENT_JSON_BAD_WORD, 1, 2 },
  { "hello", ENT_JSON_BAD_WORD, 1, 1 },
  { "{\"a\": yes}", ENT_JSON_BAD_WORD, 1, 7 },
  { "var x = {};", ENT_JSON_BAD_WORD, 1, 1 },
  { "[None]", ENT_JSON_BAD_WORD, 1, 2 },

  /* Text. */
  { "[\"a\nb\"]", ENT_JSON_CONTROL_CHARACTER, 1, 4 },
  { "[\"a\tb\"]", ENT_JSON_CONTROL_CHARACTER, 1, 4 },
  { "[\"\x1F\"]", ENT_JSON_CONTROL_CHARACTER, 1, 3 },
  { "[\"\x01\"]", ENT_JSON_CONTROL_CHARACTER, 1, 3 },
  { "[\"12345678\x02\"]", ENT_JSON_CONTROL_CHARACTER, 1, 11 },
  { "{\"a\r\n\":1}", ENT_JSON_CONTROL_CHARACTER, 1, 4 },
  { "[\"\\q\"]", ENT_JSON_BAD_ESCAPE, 1, 4 },
  { "[\"\\x41\"]", ENT_JSON_BAD_ESCAPE, 1, 4 },
  { "[\"\\101\"]", ENT_JSON_BAD_ESCAPE, 1, 4 },
  { "[\"\\'\"]", ENT_JSON_BAD_ESCAPE, 1, 4 },
  { "[\"\\U0041\"]", ENT_JSON_BAD_ESCAPE, 1, 4 },
  { "[\"\\\n\"]", ENT_JSON_BAD_ESCAPE, 1, 4 },
  { "[\"\\u12G4\"]", ENT_JSON_BAD_ESCAPE, 1, 7 },
  { "[\"\\u\"]", ENT_JSON_BAD_ESCAPE, 1, 5 },
  { "[\"\\u 041\"]", ENT_JSON_BAD_ESCAPE, 1, 5 },
  { "[\"\\uD83D\\uZ\"]", ENT_JSON_BAD_ESCAPE, 1, 11 },
  { "[\"\\u0000\"]", ENT_JSON_NUL_ESCAPE, 1, 3 },
  { "{\"a\\u0000\":1}", ENT_JSON_NUL_ESCAPE, 1, 4 },
  { "[\"\\uD800\"]", ENT_JSON_LONE_SURROGATE, 1, 3 },
  { "[\"\\uD800x\"]", ENT_JSON_LONE_SURROGATE, 1, 3 },
  { "[\"\\uD800\\n\"]", ENT_JSON_LONE_SURROGATE, 1, 3 },
  { "[\"\\uD800\\u0041\"]", ENT_JSON_LONE_SURROGATE, 1, 3 },
  { "[\"\\uD800\\uD800\"]", ENT_JSON_LONE_SURROGATE, 1, 3 },
  { "[\"x\\uDC00\"]", ENT_JSON_LONE_SURROGATE, 1, 4 },
  { "[\"\\uDE00\\uD83D\"]", ENT_JSON_LONE_SURROGATE, 1, 3 },
  { "['a']", ENT_JSON_OTHER_QUOTES, 1, 2 },
  { "{'a':1}", ENT_JSON_OTHER_QUOTES, 1, 2 },
  { "{\xE2\x80\x9C" "a\xE2\x80\x9D:1}", ENT_JSON_OTHER_QUOTES, 1, 2 },
  { "[\"a\", \xE2\x80\x9E" "b\xE2\x80\x9C]", ENT_JSON_OTHER_QUOTES, 1, 7 },
  { "[`a`]", ENT_JSON_OTHER_QUOTES, 1, 2 },
  { "[a\"b\"]", ENT_JSON_BAD_WORD, 1, 2 },

  /* Not UTF-8. */
  { "[\"caf\xE9\"]", ENT_JSON_BAD_UTF8, 1, 6 },
  { "[\"\xE9t\xE9\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\x80\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xC0\x80\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xC1\xBF\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xE0\x9F\xBF\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xED\xA0\x80\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xF0\x8F\xBF\xBF\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xF4\x90\x80\x80\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xF5\x80\x80\x80\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xFF\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\"\xE2\x82\"]", ENT_JSON_BAD_UTF8, 1, 3 },
  { "[\xE9]", ENT_JSON_BAD_UTF8, 1, 2 },
  { "[\"\xC3\xA9\xC3\xA9\", \"\xE9\"]", ENT_JSON_BAD_UTF8, 1, 9 },

  /* What people write by hand or programs leave. */
  { "// note\n{}", ENT_JSON_COMMENT, 1, 1 },
  { "{ /* note */ }", ENT_JSON_COMMENT, 1, 3 },
  { "{\"a\":1} // note", ENT_JSON_COMMENT, 1, 9 },
  { "# note\n{}", ENT_JSON_COMMENT, 1, 1 },
  { "[1, // one\n2]", ENT_JSON_COMMENT, 1, 5 },
  { "[1/2]", ENT_JSON_EXPECTED_COMMA, 1, 3 },
  { "[1\n<<<<<<< HEAD\n,2]", ENT_JSON_CONFLICT_MARKS, 2, 1 },
  { "[1,\n=======\n2]", ENT_JSON_CONFLICT_MARKS, 2, 1 },
  { "{\n>>>>>>> other\n}", ENT_JSON_CONFLICT_MARKS, 2, 1 },
  { "{\n||||||| base\n}", ENT_JSON_CONFLICT_MARKS, 2, 1 },
  { "<<<<<<< HEAD\n{}\n", ENT_JSON_CONFLICT_MARKS, 1, 1 },
  { "[1\n<<<<<<]", ENT_JSON_EXPECTED_COMMA, 2, 1 },
  { "[1\n <<<<<<< HEAD]", ENT_JSON_EXPECTED_COMMA, 2, 2 },
  { "[@]", ENT_JSON_EXPECTED_VALUE, 1, 2 },
  { "[1]\x0C", ENT_JSON_TRAILING_TEXT, 1, 4 },
  { "[\xC2\xA0" "1]", ENT_JSON_EXPECTED_VALUE, 1, 2 },
  { "[\xEF\xBB\xBF" "1]", ENT_JSON_EXPECTED_VALUE, 1, 2 },

  /* Lines and columns. */
  { "{\n  \"a\": 1\n  \"b\": 2\n}", ENT_JSON_EXPECTED_COMMA, 3, 3 },
  { "{\r\n  \"a\": 1\r\n  \"b\": 2\r\n}", ENT_JSON_EXPECTED_COMMA, 3, 3 },
  { "[\"\xC3\xA9\", \"\xE2\x82\xAC\", \"\xF0\x9F\x98\x80\", x]", ENT_JSON_BAD_WORD, 1, 17 },
  { "\xEF\xBB\xBF[x]", ENT_JSON_BAD_WORD, 1, 2 },
  { "\xEF\xBB\xBF\n[x]", ENT_JSON_BAD_WORD, 2, 2 },
  { "[\n\n\n\"\xC3\xA9\" x]", ENT_JSON_EXPECTED_COMMA, 4, 5 },
  { "[\t\tx]", ENT_JSON_BAD_WORD, 1, 4 },
  { "\n\r\n\n[1,]", ENT_JSON_TRAILING_COMMA, 4, 4 },

  /* Ends too early. */
  { "[", ENT_JSON_CUT_OFF, 1, 2 },
  { "{\"a\":1,\n", ENT_JSON_CUT_OFF, 2, 1 },
  { "-", ENT_JSON_CUT_OFF, 1, 2 },
  { "tru", ENT_JSON_CUT_OFF, 1, 4 },
  { "[12", ENT_JSON_CUT_OFF, 1, 4 },
  { "[\"\\uD83D\\u", ENT_JSON_CUT_OFF, 1, 11 },
  { "[\"\xE2\x82", ENT_JSON_CUT_OFF, 1, 4 },
};

static void
assert_error (const Bad          *expected,
              const EntJsonError *error)
{
  g_autofree char *message = ent_json_error_dup_message (error);

  g_assert_true (g_utf8_validate (message, -1, NULL));
  if (error->code != expected->code || error->line != expected->line ||
      error->column != expected->column)
    g_error ("“%s”: %d at %u:%u, not %d at %u:%u (%s)", expected->text, error->code, error->line,
             error->column, expected->code, expected->line, expected->column, message);
}

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto (EntJsonError) error = { ENT_JSON_OK, };
      /* A copy of its very length lets a sanitizer see a read beyond the end. */
      g_autofree char *text = g_memdup2 (good[i], strlen (good[i]));

      if (!ent_json_scan (text, strlen (good[i]), NULL, NULL, &error))
        g_error ("“%s”: %d at %u:%u", good[i], error.code, error.line, error.column);
      g_assert_cmpint (error.code, ==, ENT_JSON_OK);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (EntJsonError) error = { ENT_JSON_OK, };
      gsize length = strlen (bad[i].text);
      g_autofree char *text = g_memdup2 (bad[i].text, length);
      guint line, column;

      if (ent_json_scan (text, length, NULL, NULL, &error))
        g_error ("“%s” was taken", bad[i].text);
      assert_error (&bad[i], &error);
      if (error.code >= ENT_JSON_CUT_OFF)
        {
          ent_json_locate (text, length, error.offset, &line, &column);
          g_assert_cmpuint (line, ==, error.line);
          g_assert_cmpuint (column, ==, error.column);
        }
    }
}

static EntJsonCode
scan (const char *text,
      gsize       length)
{
  g_auto (EntJsonError) error = { ENT_JSON_OK, };

  g_assert_true (ent_json_scan (text, length, NULL, NULL, &error) == (error.code == ENT_JSON_OK));
  return error.code;
}

/* Zero bytes cannot be in the table. */
static void
test_zeros (void)
{
  static const struct {
    const char *text;
    gsize length;
    EntJsonCode code;
  } cases[] = {
    { "\0", 1, ENT_JSON_ZEROS },
    { "\0\0\0\0\0", 5, ENT_JSON_ZEROS },
    { "{\0\"\0", 4, ENT_JSON_UTF16 },
    { "\0{\0\"", 4, ENT_JSON_UTF16 },
    { "\xFF\xFE\0\0{\0\0\0", 8, ENT_JSON_UTF16 },
    { "[1, \0\0\0", 7, ENT_JSON_CUT_OFF },
    { "[\"abc\0\0\0", 8, ENT_JSON_CUT_OFF },
    { "[\"abcdefghijkl\0\0\0", 17, ENT_JSON_CUT_OFF },
    { "[\"a\\\0\0", 6, ENT_JSON_CUT_OFF },
    { "[tru\0\0", 6, ENT_JSON_CUT_OFF },
    { "[12\0\0", 5, ENT_JSON_CUT_OFF },
    { "{\"a\0b\":1}", 9, ENT_JSON_CONTROL_CHARACTER },
    { "[1, \0, 2]", 9, ENT_JSON_EXPECTED_VALUE },
    { "[1]\0", 4, ENT_JSON_TRAILING_TEXT },
    { "[1]\n\0\0", 6, ENT_JSON_TRAILING_TEXT },
    { "[\"\\\0\"]", 6, ENT_JSON_BAD_ESCAPE },
  };

  g_assert_cmpint (scan (NULL, 0), ==, ENT_JSON_EMPTY);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EntJsonCode code = scan (cases[i].text, cases[i].length);

      if (code != cases[i].code)
        g_error ("case %zu: %d, not %d", i, code, cases[i].code);
    }
}

static const char whole[] =
  "{\r\n  \"format\": \"entente\",\n  \"version\": 1,\n"
  "  \"project\": {\"title\": \"Caf\xC3\xA9 \\uD83D\\uDE00\"},\n"
  "  \"partners\": [\n    {\"id\": \"a\", \"name\": \"Eins\", \"pace\": -1.25e-3,\n"
  "     \"x\": [true, false, null, {}]},\n"
  "    {\"id\": \"b\", \"name\": \"\xF0\x9F\x98\x80\"}\n  ],\n  \"roles\": []\n}";

/* Whatever the place where a file is cut, it is said to be cut. */
static void
test_prefixes (void)
{
  gsize length = strlen (whole);

  g_assert_cmpint (scan (whole, length), ==, ENT_JSON_OK);
  for (gsize n = 0; n < length; n++)
    {
      g_autofree char *text = g_memdup2 (whole, n);

      g_assert_cmpint (scan (text, n), ==, n == 0 ? ENT_JSON_EMPTY : ENT_JSON_CUT_OFF);
    }
}

/* --- limits --------------------------------------------------------------- */

static GString *
repeat (const char *before,
        const char *part,
        gsize       n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return text;
}

static void
assert_repeated (const char  *before,
                 const char  *part,
                 gsize        n,
                 const char  *after,
                 EntJsonCode  code)
{
  g_autoptr (GString) text = repeat (before, part, n, after);

  g_assert_cmpint (scan (text->str, text->len), ==, code);
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = repeat ("", "[", 64, "");

  g_string_append (deep, "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
  g_assert_cmpint (scan (deep->str, deep->len), ==, ENT_JSON_OK);
  assert_repeated ("", "[", 65, "", ENT_JSON_TOO_DEEP);
  assert_repeated ("", "[", 1000000, "", ENT_JSON_TOO_DEEP);
  assert_repeated ("", "{\"a\":", 1000000, "", ENT_JSON_TOO_DEEP);
  assert_repeated ("", "[{\"a\":", 100000, "", ENT_JSON_TOO_DEEP);

  assert_repeated ("[0", ",0", ENT_JSON_MAX_VALUES - 2, "]", ENT_JSON_OK);
  assert_repeated ("[0", ",0", ENT_JSON_MAX_VALUES - 1, "]", ENT_JSON_TOO_MANY_VALUES);

  assert_repeated ("{\"", "n", ENT_JSON_MAX_NAME, "\":1}", ENT_JSON_OK);
  assert_repeated ("{\"", "n", ENT_JSON_MAX_NAME + 1, "\":1}", ENT_JSON_LONG_NAME);
  assert_repeated ("{\"", "\\u00e9", ENT_JSON_MAX_NAME / 2, "\":1}", ENT_JSON_OK);
  assert_repeated ("{\"", "\\u00e9", ENT_JSON_MAX_NAME / 2 + 1, "\":1}", ENT_JSON_LONG_NAME);
  assert_repeated ("{\"", "\xC3\xA9", ENT_JSON_MAX_NAME / 2, "\":1}", ENT_JSON_OK);
  assert_repeated ("{\"", "\\ud83d\\ude00", ENT_JSON_MAX_NAME / 4, "\":1}", ENT_JSON_OK);
  assert_repeated ("{\"", "\\ud83d\\ude00", ENT_JSON_MAX_NAME / 4 + 1, "\":1}", ENT_JSON_LONG_NAME);

  assert_repeated ("[\"", "t", ENT_JSON_MAX_TEXT, "\"]", ENT_JSON_OK);
  assert_repeated ("[\"", "t", ENT_JSON_MAX_TEXT + 1, "\"]", ENT_JSON_LONG_TEXT);
  assert_repeated ("[\"", "\\n", ENT_JSON_MAX_TEXT, "\"]", ENT_JSON_OK);
  assert_repeated ("[\"", "\\n", ENT_JSON_MAX_TEXT + 1, "\"]", ENT_JSON_LONG_TEXT);

  assert_repeated ("", " ", ENT_JSON_MAX_BYTES - 2, "{}", ENT_JSON_OK);
  assert_repeated ("", " ", ENT_JSON_MAX_BYTES - 1, "{}", ENT_JSON_TOO_LARGE);
}

static GString *
make_names (guint       n,
            const char *last)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\"name%u\":0,", i * 7919u % n);
  g_string_append_printf (text, "\"%s\":0}", last);
  return text;
}

static void
test_many_names (void)
{
  static const guint counts[] = { 1, 2, 23, 24, 25, 26, 60, 1000, 300000 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GString) fine = make_names (counts[i], "other");
      g_autoptr (GString) twice = make_names (counts[i], "n\\u0061me0");
      g_auto (EntJsonError) error = { ENT_JSON_OK, };

      g_assert_cmpint (scan (fine->str, fine->len), ==, ENT_JSON_OK);
      g_assert_false (ent_json_scan (twice->str, twice->len, NULL, NULL, &error));
      g_assert_cmpint (error.code, ==, ENT_JSON_DUPLICATE_NAME);
      g_assert_cmpstr (error.name, ==, "name0");
      g_assert_cmpuint (error.offset, ==, strrchr (twice->str, ',') + 1 - twice->str);
    }
}

/* --- what is handed out ---------------------------------------------------- */

typedef struct {
  const char *text;
  GString *log;
} Listener;

static void
log_item (const EntJsonItem *item,
          gpointer           user_data)
{
  Listener *listener = user_data;

  g_string_append_printf (listener->log, "%.*s", (int) item->name_length, item->name);
  if (item->is_element)
    g_string_append_printf (listener->log, "[%u]", item->index);
  g_string_append_printf (listener->log, "@%u", item->range.line);
  g_string_append_printf (listener->log, "=%.*s", (int) (item->range.end - item->range.start),
                          listener->text + item->range.start);
  for (guint i = 0; i < item->n_members; i++)
    {
      const EntJsonMember *member = &item->members[i];

      g_string_append_printf (listener->log, " (%.*s@%u:%u %.*s)",
                              (int) member->name_length, member->name, member->value.line,
                              ent_json_column (listener->text, member->value.line_start,
                                               member->value.start),
                              (int) (member->value.end - member->value.start),
                              listener->text + member->value.start);
    }
  g_string_append (listener->log, item->complete ? "\n" : " cut\n");
}

static const EntJsonVisitor logger = { log_item, NULL };

static const struct {
  const char *text;
  const char *log;
} handed[] = {
  { "[{\"a\":1}]", "" },
  { "3", "" },
  { "{}", "" },
  { "{\"a\": 1 , \"b\":\"x\"}", "a@1=1\nb@1=\"x\"\n" },
  { "{\"a\":\n {\"b\":[1,{\"c\":2}],\n\"\\u0064\":{}}}",
    "a@2={\"b\":[1,{\"c\":2}],\n\"\\u0064\":{}} (b@2:7 [1,{\"c\":2}]) (d@3:10 {})\n" },
  { "{\"l\":[]}", "l@1=[]\n" },
  { "{\"l\":[1, \"x\",\n[2,[3]], {}],\"m\":[null]}",
    "l[0]@1=1\nl[1]@1=\"x\"\nl[2]@2=[2,[3]]\nl[3]@2={}\nl@1=[1, \"x\",\n[2,[3]], {}]\n"
    "m[0]@2=null\nm@2=[null]\n" },
  { "{\"l\":[{\"a\":{\"b\":1},\"c\":[{\"d\":2}]},{\"e\":3}]}",
    "l[0]@1={\"a\":{\"b\":1},\"c\":[{\"d\":2}]} (a@1:12 {\"b\":1}) (c@1:24 [{\"d\":2}])\n"
    "l[1]@1={\"e\":3} (e@1:40 3)\n"
    "l@1=[{\"a\":{\"b\":1},\"c\":[{\"d\":2}]},{\"e\":3}]\n" },
  /* Cut off. */
  { "{\"a\":1,\"b\":2", "a@1=1\n" },
  { "{\"p\":{\"a\":1,\"b\":{\"c\":", "p@1={\"a\":1,\"b\":{\"c\": (a@1:11 1) cut\n" },
  { "{\"l\":[{\"a\":1},{\"b\":1,\"c\":[\"d",
    "l[0]@1={\"a\":1} (a@1:12 1)\nl[1]@1={\"b\":1,\"c\":[\"d (b@1:20 1) cut\n"
    "l@1=[{\"a\":1},{\"b\":1,\"c\":[\"d cut\n" },
  { "{\"l\":[{\"a\":1},", "l[0]@1={\"a\":1} (a@1:12 1)\nl@1=[{\"a\":1}, cut\n" },
  { "{\"l\":[[1,", "l[0]@1=[1, cut\nl@1=[[1, cut\n" },
  { "[{\"a\":1},", "" },
};

static void
test_items (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (handed); i++)
    {
      g_auto (EntJsonError) error = { ENT_JSON_OK, };
      g_autoptr (GString) log = g_string_new (NULL);
      Listener listener = { handed[i].text, log };

      ent_json_scan (handed[i].text, strlen (handed[i].text), &logger, &listener, &error);
      g_assert_cmpstr (log->str, ==, handed[i].log);
    }
}

/* Names that hold escapes live as long as the record. */
static void
test_escaped_names (void)
{
  static const char text[] = "{\"\\u006c\":[{\"\\u0061\":1,\"\\u0062\\n\":2}],\"m\":{\"\\\"\":3}}";
  g_auto (EntJsonError) error = { ENT_JSON_OK, };
  g_autoptr (GString) log = g_string_new (NULL);
  Listener listener = { text, log };

  g_assert_true (ent_json_scan (text, strlen (text), &logger, &listener, &error));
  g_assert_nonnull (strstr (log->str, "l[0]@1={"));
  g_assert_nonnull (strstr (log->str, "(a@1:22 1) (b\n@1:35 2)\n"));
  g_assert_nonnull (strstr (log->str, "(\"@1:49 3)\n"));
}

static gboolean
stop_at_half (gsize    done,
              gsize    total,
              gpointer user_data)
{
  guint *calls = user_data;

  g_assert_cmpuint (done, <=, total);
  (*calls)++;
  return done < total / 2;
}

static gboolean
count_calls (gsize    done,
             gsize    total,
             gpointer user_data)
{
  gsize *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  *last = done;
  return TRUE;
}

static void
test_progress (void)
{
  static const EntJsonVisitor stopper = { NULL, stop_at_half };
  static const EntJsonVisitor counter = { NULL, count_calls };
  g_autoptr (GString) text = repeat ("[0", ", 12345678", 200000, "]");
  g_auto (EntJsonError) error = { ENT_JSON_OK, };
  guint calls = 0;
  gsize last = 0;

  g_assert_false (ent_json_scan (text->str, text->len, &stopper, &calls, &error));
  g_assert_cmpint (error.code, ==, ENT_JSON_CANCELLED);
  g_assert_cmpuint (calls, >=, 5);
  g_assert_true (ent_json_scan (text->str, text->len, &counter, &last, &error));
  g_assert_cmpuint (last, ==, text->len);
}

/* Every code has something to say, and none says that of another. */
static void
test_messages (void)
{
  static const char *const some[] = {
    "The file ends too early at line 2; it was probably cut off while it was copied or mailed.",
    "Line 2, column 3: the member “name” is there twice.",
    "Line 2, column 3: a colon is missing after the member name.",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = ENT_JSON_OK; code < ENT_JSON_N_CODES; code++)
    {
      EntJsonError error = { (EntJsonCode) code, 10, 2, 3, (char *) "name" };

      g_assert_true (g_hash_table_add (seen, ent_json_error_dup_message (&error)));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (some); i++)
    g_assert_true (g_hash_table_contains (seen, some[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scan/good", test_good);
  g_test_add_func ("/json-scan/bad", test_bad);
  g_test_add_func ("/json-scan/zeros", test_zeros);
  g_test_add_func ("/json-scan/prefixes", test_prefixes);
  g_test_add_func ("/json-scan/limits", test_limits);
  g_test_add_func ("/json-scan/many-names", test_many_names);
  g_test_add_func ("/json-scan/items", test_items);
  g_test_add_func ("/json-scan/escaped-names", test_escaped_names);
  g_test_add_func ("/json-scan/progress", test_progress);
  g_test_add_func ("/json-scan/messages", test_messages);

  return g_test_run ();
}
