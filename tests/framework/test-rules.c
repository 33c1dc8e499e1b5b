/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

/* Each rule of the grammar and of sf-framework-rules.c is broken once, in a file that is right
 * otherwise; what is said must name the rule, and the line where the part begins. */

#define ECM "every-child-matters-2013"

typedef struct
{
  const char *anchor; /* the part that is to be blamed begins on this line */
  const char *find;   /* the first of these after the anchor … */
  const char *put;    /* … becomes this */
  const char *said;
} Mutation;

#define ROOT "edition=\"2026.1\""
#define SOURCE "<source>"
#define GRADE "<scale id=\"grade\""
#define PRACTICE "<scale id=\"practice\""
#define SS "<area code=\"SS\""
#define GROUP "<group code=\"O\""
#define BH2 "<statement code=\"BH-O2\""

/* 403 and 1209 characters. */
#define TEN(x) x x x x x x x x x x
#define LONG_LINE TEN (TEN ("abc ")) "abc"
#define LONG_PARAGRAPH TEN (TEN ("a very long ")) "paragraph"

static const Mutation mutations[] = {
  /* the framework */
  { ROOT, "xml:lang=\"en-GB\"", "xml:lang=\"\"", "The xml:lang is empty" },
  { ROOT, "edition=\"2026.1\"", "edition=\" \"", "The edition is empty" },
  { ROOT, "<title>Every Child Matters: the five outcomes", "<title>", "The title is empty" },
  { ROOT, "<short-title>Every Child Matters", "<short-title>" LONG_LINE,
    "The short-title has 403 characters; at most 120" },
  { ROOT, "<use>To look at", "<use>" LONG_PARAGRAPH "To look at", "The use has" },
  { SOURCE, "Every Child Matters: Change for Children", "", "The source title is empty" },
  { SOURCE, "Department for Education and Skills", "", "The publisher is empty" },
  { SOURCE, "2004", "around 2004", "The year is “around 2004”; it must have four digits" },
  { SOURCE, "DfES/1081/2004", LONG_LINE, "The reference has 403 characters; at most 300" },

  /* scales and levels */
  { GRADE, "id=\"grade\"", "id=\"Grade\"", "The id is “Grade”; it must be lower-case" },
  { PRACTICE, "id=\"practice\"", "id=\"grade\"", "There is already a scale “grade”" },
  { GRADE, "Inspection grades", "", "The title is empty" },
  { "<level value=\"3\" mark", "value=\"3\"", "value=\"5\"",
    "The level's value is 5; levels are numbered 1, 2, 3 and so on with the best first, so it must "
    "be 3" },
  { "<level value=\"3\" mark", "value=\"3\"", "value=\"1000\"",
    "The value is “1000”; it must be a whole number from 1 to 999" },
  { "<level value=\"2\" mark", "mark=\"disc\"", "mark=\"star\"",
    "The level “Good” has the same mark as “Outstanding”" },
  { "<level value=\"2\" mark", "<name>Good", "<name>Outstanding",
    "There is already a level “Outstanding”" },
  { "<level value=\"2\" mark", "<name>Good", "<name>", "The name is empty" },
  { "<level value=\"1\" mark", "<descriptor>", "<descriptor>" LONG_PARAGRAPH,
    "The descriptor has" },
  { "<level value=\"1\" mark", "tone=\"best\"", "tone=\"purple\"",
    "The attribute “tone” of <level>, or its value, is not allowed" },
  { PRACTICE, "style=\"words\"", "style=\"stars\"",
    "An attribute of <scale> is missing, or has a value that" },

  { "<level value=\"1\" mark", "<name>", "junk<name>",
    "There is text directly in <level>, where only elements may be" },
  { "<descriptor>Families clearly", "<descriptor>", "<descriptr/><descriptor>",
    "<descriptr> must not stand here" },

  /* areas */
  { SS, "code=\"SS\"", "code=\"BH\"", "There is already an area BH" },
  { SS, "code=\"SS\"", "code=\"S2\"", "The code is “S2”; it must be one to 8 capital letters" },
  { SS, "<title>Stay safe", "<title>Be healthy",
    "Area SS has the same title or short title as BH" },
  { SS, "short=\"Safe\"", "short=\"Healthy\"", "Area SS has the same title or short title as BH" },
  { SS, "short=\"Safe\"", "short=\"\"", "The short is empty" },
  { SS, "section=\"2\"", "section=\"\"", "The section is empty" },
  { SS, "colour=\"#1a5fb4\"", "colour=\"blue\"", "The colour is “blue”; it must be # and six" },
  { SS, "dark-colour=\"#99c1f1\"", "dark-colour=\"#99c1fg\"", "The dark-colour is “#99c1fg”" },
  { SS, "<introduction>Children are safe", "<introduction>" LONG_PARAGRAPH LONG_PARAGRAPH,
    "The introduction has" },
  { "<introduction>Children are safe", "<intro", "<greeting/><intro",
    "<greeting> must not stand here" },

  /* groups */
  { GROUP, "code=\"O\"", "code=\"o\"", "The code is “o”; it must be one to 8 capital letters" },
  { GROUP, "scale=\"grade\"", "scale=\"marks\"", "There is no scale “marks” in this file" },
  { GROUP, "<title>Outcomes", "<title>", "The title is empty" },
  { GROUP, "subject=\"centre\"", "subject=\"parents\"",
    "An attribute of <group> is missing, or has a value that" },
  { GROUP, " subject=\"centre\"", "", "An attribute of <group> is missing, or has a value that" },

  /* statements */
  { BH2, "BH-O2", "BH-O9",
    "The code is “BH-O9”; by its area, group and position it must be “BH-O2”" },
  { BH2, "BH-O2", "BH-O1", "There is already a statement BH-O1" },
  { BH2, "position", "weight=\"2\" position",
    "The attribute “weight” of <statement>, or its value, is not allowed" },
  { "<text>Families cook", "<text>", "<text>Too early</text><text>",
    "<text> must not stand here: something before it is missing" },
  { BH2, "position=\"2\"", "position=\"4\"", "The position of BH-O2 is 4, but it is number 2" },
  { BH2, "position=\"2\"", "position=\"0\"", "The value “0” is not allowed by the format here" },
  { BH2, "position=\"2\"", "position=\"1001\"", "The position is “1001”" },
  { BH2, "Food and play that keep children well", "One two three four five six seven eight nine",
    "The title of BH-O2 has 9 words; at most 8 are allowed" },
  { BH2, "Food and play that keep children well", "a healthy start in the FIRST year",
    "BH-O2 has the same title as BH-O1" },
  { BH2, "Food and play that keep children well", "", "The title is empty" },
  { BH2, "position", "section=\"\" position", "The section is empty" },
  { BH2, "position", "scale=\"marks\" position", "There is no scale “marks” in this file" },
  { BH2, "position", "subject=\"head\" position",
    "BH-O2 is about the head, but its scale “grade” has numerals" },
  { BH2, "position", "scale=\"practice\" position",
    "BH-O2 has the scale “practice”, but others of its area that are about the centre have "
    "“grade”" },
  { BH2, "position", "safeguarding=\"perhaps\" position",
    "of <statement>, or its value, is not allowed" },
  { BH2, "<text>", "<text>" LONG_PARAGRAPH, "The text has" },
  { BH2, "<prompt>How many Reception", "<prompt/><prompt>How many Reception",
    "The prompt is empty" },
  { BH2, "<prompt>How many Reception", "<prompt>" LONG_LINE, "The prompt has" },
  { BH2, "<prompt>", "<prompt>A?</prompt><prompt>B?</prompt><prompt>C?</prompt><prompt>",
    "There are 5 of the kind <prompt>; there must be 2 to 4" },
  { BH2, "<evidence kind=\"data\">", "<evidence kind=\"data\"/><evidence kind=\"data\">",
    "The evidence is empty" },
  { "<evidence kind=\"data\">Weight", "data", "hearsay",
    "An attribute of <evidence> is missing, or has a value that the format does not allow; it has: "
    "kind=\"hearsay\"" },
  { BH2, "<evidence kind=\"data\">",
    "<evidence kind=\"data\">A</evidence><evidence kind=\"data\">B</evidence>"
    "<evidence kind=\"data\">C</evidence><evidence kind=\"data\">",
    "There are 5 of the kind <evidence>; there must be 1 to 4" },
  { BH2, "</statement>",
    "<crosswalk framework=\"every-child-matters-2013\" ref=\"SS\"/></statement>",
    "A crosswalk of BH-O2 leads to this framework itself" },
  { BH2, "</statement>", "<crosswalk framework=\"Other One\" ref=\"SS\"/></statement>",
    "The framework is “Other One”; it must be lower-case" },
  { BH2, "</statement>", "<crosswalk framework=\"other\" ref=\"\"/></statement>",
    "The ref is empty" },
};

static guint
find_line (const char *text, const char *anchor)
{
  const char *at = strstr (text, anchor);
  g_assert_nonnull (at);
  guint line = 1;
  for (const char *p = text; p < at; p++)
    line += *p == '\n';
  return line;
}

static gboolean
contains_problem (GPtrArray *problems, guint line, const char *said)
{
  g_autofree char *prefix = g_strdup_printf ("test.xml:%u: ", line);
  for (guint i = 0; i < problems->len; i++)
    {
      const char *problem = g_ptr_array_index (problems, i);
      if (g_str_has_prefix (problem, prefix) && strstr (problem, said) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Says what was found instead, and fails, unless @said stands at @line. */
static void
assert_problem (const char *text, guint line, const char *said)
{
  g_autoptr (GPtrArray) problems = check_text (text);
  if (contains_problem (problems, line, said))
    return;
  g_test_message ("expected at line %u: %s", line, said);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("found: %s", (const char *)g_ptr_array_index (problems, i));
  g_test_fail ();
}

static void
test_mutation (gconstpointer data)
{
  const Mutation *mutation = data;
  g_autofree char *text = load_shipped_text (ECM);
  g_autofree char *broken = replace_after (text, mutation->anchor, mutation->find, mutation->put);
  assert_problem (broken, find_line (text, mutation->anchor), mutation->said);
}

/* --- numbers of things ------------------------------------------------------------------- */

/* A framework may have from @least to @most of @item. In the smallest framework, what lies from
 * @begin to the end of @end becomes @head, so many items, and @tail. */
typedef struct
{
  const char *begin;
  const char *end;
  const char *head;
  const char *item;
  const char *tail;
  guint least;
  guint most;
  const char *blamed; /* begins the line that a wrong number is reported for */
  const char *said;
} Count;

/* In an item "§" stands for its number, "¶" for a capital letter of its own. */
static char *
multiply (const Count *count, guint n)
{
  const char *from = strstr (SMALLEST, count->begin);
  g_assert_nonnull (from);
  const char *to = strstr (from, count->end);
  g_assert_nonnull (to);
  GString *result = g_string_new_len (SMALLEST, from - SMALLEST);
  g_string_append (result, count->head);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      char letter[] = { (char)('A' + i % 26), 0 };
      g_autoptr (GString) item = g_string_new (count->item);
      g_string_replace (item, "§", number, 0);
      g_string_replace (item, "¶", letter, 0);
      g_string_append (result, item->str);
    }
  g_string_append (result, count->tail);
  g_string_append (result, to + strlen (count->end));
  return g_string_free (result, FALSE);
}

#define LEVEL "<level value='§'><name>L§</name><descriptor>D</descriptor></level>"
#define SCALE                                                                                      \
  "<scale id='s§' style='words'><title>T</title>"                                                 \
  "<level value='1'><name>A</name><descriptor>D</descriptor></level>"                              \
  "<level value='2'><name>B</name><descriptor>D</descriptor></level></scale>"
#define REST                                                                                       \
  "<title>Title §</title><text>T</text><prompt>P</prompt><prompt>Q</prompt>"                      \
  "<evidence kind='data'>E</evidence></statement>"
#define STATEMENT "<statement code='A-S§' position='§'>" REST
#define GROUP_OF_ONE                                                                               \
  "<group code='¶' scale='yes-no' subject='centre'><title>G</title>"                              \
  "<statement code='A-¶1' position='1'>" REST "</group>"
#define AREA_OF_ONE                                                                                \
  "<area code='¶' section='1' colour='#000000' dark-colour='#ffffff' short='One §'>"             \
  "<title>Area §</title><introduction>I</introduction>"                                           \
  "<group code='S' scale='yes-no' subject='centre'><title>G</title>"                               \
  "<statement code='¶-S1' position='1'>" REST "</group></area>"
#define PURPOSE "<core-purpose><statement>S</statement>"

static const Count counts[] = {
  { "</scales>", "</scales>", "", SCALE, "</scales>", 0, 7, " xml:lang", "<scale>" },
  { "<level", "not.</descriptor></level>", "", LEVEL, "", 2, 7, "<scales", "<level>" },
  { "</scales>", "</scales>", "</scales>" PURPOSE, "<way>W</way>", "</core-purpose>", 0, 20,
    "</descriptor></level></scale>", "<way>" },
  { "</scales>", "</scales>", "</scales><uses><use>U</use>", "<use>U</use>", "</uses>", 0, 19,
    " xml:lang", "<use>" },
  { "<area", "</area>", "", AREA_OF_ONE, "", 1, 12, " xml:lang", "<area>" },
  { "<group", "</group>", "", GROUP_OF_ONE, "", 1, 12, "<area", "<group>" },
  { "<statement", "</statement>", "", STATEMENT, "", 1, 60, "<group", "<statement>" },
  { "<prompt", "Q</prompt>", "", "<prompt>P§</prompt>", "", 2, 4, "<statement", "<prompt>" },
  { "<evidence", "</evidence>", "", "<evidence kind='data'>E§</evidence>", "", 1, 4, "<statement",
    "<evidence>" },
  { "</statement>", "</statement>", "", "<crosswalk framework='other' ref='C§'/>", "</statement>",
    0, 20, "<statement", "<crosswalk>" },
};

static void
assert_no_problem (const char *text)
{
  g_autoptr (GPtrArray) problems = check_text (text);
  if (problems->len > 0)
    g_test_message ("found: %s", (const char *)g_ptr_array_index (problems, 0));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_count (gconstpointer data)
{
  const Count *count = data;
  g_autofree char *least = multiply (count, count->least);
  g_autofree char *most = multiply (count, count->most);
  g_autofree char *more = multiply (count, count->most + 1);

  assert_no_problem (least);
  assert_no_problem (most);
  assert_problem (more, find_line (more, count->blamed), count->said);
  if (count->least > 0)
    {
      g_autofree char *less = multiply (count, count->least - 1);
      g_autoptr (GPtrArray) problems = check_text (less);
      g_assert_cmpuint (problems->len, >, 0);
    }
}

/* --- many mistakes ----------------------------------------------------------------------- */

static void
test_order (void)
{
  g_autofree char *text = load_shipped_text (ECM);
  g_autofree char *one = replace_after (text, "EW-O3", "Childcare that families can use", "");
  g_autofree char *two = replace_after (one, SS, "#1a5fb4", "blue");
  g_autofree char *broken = replace_after (two, PRACTICE, "<name>Beginning", "<name>");
  g_autoptr (GPtrArray) problems = check_text (broken);
  guint last = 0;

  g_assert_cmpuint (problems->len, ==, 3);
  for (guint i = 0; i < problems->len; i++)
    {
      const char *colon = strchr (g_ptr_array_index (problems, i), ':');
      guint line = (guint)g_ascii_strtoull (colon + 1, NULL, 10);
      g_assert_cmpuint (line, >, last);
      last = line;
    }

  /* The error for a user gives the first and the number of the others. */
  g_autoptr (GBytes) bytes = g_bytes_new (broken, strlen (broken));
  g_autoptr (GError) error = NULL;
  g_assert_null (sf_framework_new_from_bytes (bytes, "test.xml", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, g_ptr_array_index (problems, 0)));
  g_assert_nonnull (strstr (error->message, "2 more"));
}

/* This file has one group in each area; here the first area gets its own a second time. */
static void
test_group_twice (void)
{
  g_autofree char *text = load_shipped_text (ECM);
  const char *from = strstr (text, GROUP);
  const char *to = strstr (from, "</group>") + strlen ("</group>");
  g_autofree char *before = g_strndup (text, (gsize)(to - text));
  g_autofree char *group = g_strndup (from, (gsize)(to - from));
  g_autofree char *broken = g_strconcat (before, group, to, NULL);
  assert_problem (broken, find_line (text, "</group>"), "There is already a group O in this area");
}

/* However much is wrong, what is told stays short enough to be read. */
static void
test_flood (void)
{
  static const Count bad_levels = { "<level", "not.</descriptor></level>",
                                    "",       "<level value='999'><name/><descriptor/></level>",
                                    "",       2,
                                    7,        "",
                                    "" };
  static const Count bad_elements
      = { "<level", "not.</descriptor></level>", "", "<bogus/>\n", "", 2, 7, "", "" };
  static const Count bad_statements = {
    "<statement", "</statement>", "", "<statement code='' position='1001'>" REST, "", 1, 60, "", ""
  };
  g_autofree char *statements = multiply (&bad_statements, 60);
  g_autofree char *levels = multiply (&bad_levels, 5000);
  g_autofree char *elements = multiply (&bad_elements, 5000);
  g_autoptr (GPtrArray) semantic = check_text (levels);
  g_autoptr (GPtrArray) grammatical = check_text (elements);
  g_autoptr (GPtrArray) many = check_text (statements);
  g_assert_cmpuint (many->len, ==, 50);
  g_assert_cmpuint (semantic->len, >, 0);
  g_assert_cmpuint (semantic->len, <=, 50);
  g_assert_cmpuint (grammatical->len, >, 0);
  g_assert_cmpuint (grammatical->len, <=, 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (mutations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/rules/mutation/%02u", i);
      g_test_add_data_func (path, &mutations[i], test_mutation);
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/rules/count/%02u", i);
      g_test_add_data_func (path, &counts[i], test_count);
    }
  g_test_add_func ("/framework/rules/group-twice", test_group_twice);
  g_test_add_func ("/framework/rules/order", test_order);
  g_test_add_func ("/framework/rules/flood", test_flood);
  return g_test_run ();
}
