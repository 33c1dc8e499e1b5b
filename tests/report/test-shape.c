/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Prose that is shaped once and cut gives the lines that Pango gives; a layout can be given up. */
#include "report-test-util.h"

#include <math.h>

#include "report/sf-layout-private.h"

#define NEAR 0.02 /* points */

typedef struct
{
  SfFonts *fonts;
  PangoContext *context;
  SfLayout layout;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->fonts = test_fonts_new ();
  self->context = sf_fonts_create_context (self->fonts, "en-GB");
  self->layout.sheet = sf_style_sheet_get_standard ();
  self->layout.pango = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout.pango, PANGO_WRAP_WORD_CHAR);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->layout.pango);
  g_object_unref (self->context);
  g_object_unref (self->fonts);
}

static void
assert_same_item (const SfItem *item, const SfItem *other)
{
  g_assert_cmpint (item->kind, ==, other->kind);
  g_assert_cmpstr (item->text, ==, other->text);
  g_assert_cmpuint (item->start, ==, other->start);
  g_assert_cmpfloat_with_epsilon (item->x, other->x, NEAR);
  g_assert_cmpfloat_with_epsilon (item->y, other->y, NEAR);
  g_assert_cmpfloat_with_epsilon (item->width, other->width, NEAR);
  g_assert_true (item->color.red == other->color.red && item->color.blue == other->color.blue);
  g_assert_true ((item->glyphs == NULL) == (other->glyphs == NULL));
  if (item->glyphs == NULL)
    return;
  g_assert_cmpint (item->glyphs->glyphs->num_glyphs, ==, other->glyphs->glyphs->num_glyphs);
  g_assert_cmpint (item->glyphs->item->length, ==, other->glyphs->item->length);
  for (int i = 0; i < item->glyphs->glyphs->num_glyphs; i++)
    {
      g_assert_cmpuint (item->glyphs->glyphs->glyphs[i].glyph, ==,
                        other->glyphs->glyphs->glyphs[i].glyph);
      g_assert_cmpint (item->glyphs->glyphs->log_clusters[i], ==,
                       other->glyphs->glyphs->log_clusters[i]);
    }
}

static void
assert_same_lines (GPtrArray *lines, GPtrArray *others)
{
  g_assert_cmpuint (lines->len, ==, others->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const SfLine *line = lines->pdata[i], *other = others->pdata[i];

      g_assert_cmpfloat_with_epsilon (line->height, other->height, NEAR);
      g_assert_cmpfloat_with_epsilon (line->baseline, other->baseline, NEAR);
      g_assert_cmpfloat_with_epsilon (line->right, other->right, NEAR);
      g_assert_cmpuint (line->items->len, ==, other->items->len);
      for (guint k = 0; k < line->items->len; k++)
        assert_same_item (line->items->pdata[k], other->items->pdata[k]);
    }
}

/* A word without end is broken between letters, each of them is there, and none stands over the
 * edge. */
static void
assert_broken (Fixture *self, const char *text, double width)
{
  g_autoptr (SfProse) prose = sf_prose_new (text);
  SfTextStyle style = { 11, FALSE, self->layout.sheet->ink, SF_ALIGN_START };
  SfShaped *shaped = sf_layout_shape (&self->layout, prose, &style);
  g_autoptr (GPtrArray) lines = sf_layout_break_lines (&self->layout, shaped, &style, width);
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_nonnull (lines);
  g_assert_cmpuint (lines->len, >, 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const SfLine *line = lines->pdata[i];

      g_assert_cmpfloat (line->right, <=, MAX (width, 12) + NEAR);
      g_assert_cmpuint (line->items->len, >, 0);
      for (guint k = 0; k < line->items->len; k++)
        {
          const SfItem *item = line->items->pdata[k];
          gunichar first = g_utf8_get_char (item->text);

          /* no line begins within a letter */
          g_assert_false (g_unichar_ismark (first) || first == 0x200d);
          g_string_append (all, item->text);
        }
    }
  g_assert_cmpstr (all->str, ==, text);
  sf_shaped_free (shaped);
}

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
test_endless (Fixture *self, gconstpointer data)
{
  g_autofree char *letters = repeat ("a", 100000);
  g_autofree char *ligatures = repeat ("ffi", 20000);
  g_autofree char *accents = repeat ("cafe\314\201", 5000);
  g_autofree char *missing = repeat ("\360\237\214\274x", 5000);
  g_autofree char *short_words = repeat ("word ", 20);
  g_autofree char *among = g_strconcat (short_words, letters, " ", short_words, NULL);

  assert_broken (self, letters, 400);
  assert_broken (self, letters, 3);
  assert_broken (self, ligatures, 60);
  assert_broken (self, accents, 60);
  assert_broken (self, missing, 90);
  assert_broken (self, among, 200);
}

/* The years of a period are not parted, wherever they stand. */
static void
test_years (Fixture *self, gconstpointer data)
{
  g_autoptr (SfProse) prose
      = sf_prose_new ("In 2022–23, 2023–24 and School year 2024–25 — and 2025–2026, too");
  SfTextStyle style = { 11, FALSE, self->layout.sheet->ink, SF_ALIGN_START };
  SfShaped *shaped = sf_layout_shape (&self->layout, prose, &style);

  for (double width = 60; width < 400; width += 3)
    {
      g_autoptr (GPtrArray) lines = sf_layout_break_lines (&self->layout, shaped, &style, width);

      g_assert_nonnull (lines);
      for (guint i = 0; i < lines->len; i++)
        {
          const SfLine *line = lines->pdata[i];
          const SfItem *last = line->items->pdata[line->items->len - 1];

          g_assert_false (g_str_has_suffix (last->text, "–"));
        }
    }
  sf_shaped_free (shaped);
}

/* Compares in many widths; returns in how many the prose was cut and not left to Pango. */
static guint
compare (Fixture *self, const SfProse *prose, gboolean bold)
{
  guint cut = 0;

  for (guint align = 0; align < 3; align++)
    {
      SfTextStyle style = { 11, bold, self->layout.sheet->ink, (SfAlign)align };
      SfShaped *shaped = sf_layout_shape (&self->layout, prose, &style);

      for (double width = 24; width < 520; width *= 1.13)
        {
          g_autoptr (GPtrArray) lines
              = sf_layout_break_lines (&self->layout, shaped, &style, width);
          g_autoptr (GPtrArray) others = sf_layout_make_lines (&self->layout, prose, &style, width);

          if (lines == NULL)
            continue;
          cut++;
          assert_same_lines (lines, others);
        }
      sf_shaped_free (shaped);
    }
  return cut;
}

static void
test_plain (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "She writes: “An office, first-class — and well-run; 3½ years (2019/2022) of it.” To AVATAR "
    "Ty.",
    "A  text   with    spaces     in   rows, which  is  broken at  them      or is not",
    "a space at the end of it all ",
    "one line of a few words\nand another of more words than that\n\nand one\n",
    "\nfirst nothing, then a line that ends with a space \n and one that begins with one",
    "",
    " and one before it, too",
    "Words\302\240that\302\240stay\302\240together and/or do not, at www.example.org/a/b?c=d&e=f",
    "soft\302\255hy\302\255phens in "
    "in\302\255com\302\255pre\302\255hen\302\255si\302\255bil\302\255i\302\255ty",
    "cafe\314\201 with an accent of its own, \341\271\201 with a dot, "
    "thin\342\200\211spaces\342\200\211too",
    "Maths ∑ and ✓ come from other fonts ✗ and are taller ∫ than the rest of it",
    "a flower \360\237\214\274 that no font has, \351\276\215 in the middle of it \360\237\214\274",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SfProse) prose = sf_prose_new (texts[i]);

      g_assert_cmpuint (compare (self, prose, FALSE), >, 30);
      g_assert_cmpuint (compare (self, prose, TRUE), >, 30);
    }
}

static void
test_long (Fixture *self, gconstpointer data)
{
  for (guint32 seed = 1; seed < 6; seed++)
    {
      g_autofree char *words = test_words (seed * 60, seed);
      g_autoptr (SfProse) prose = sf_prose_new (words);

      g_assert_cmpuint (compare (self, prose, FALSE), >, 30);
    }
}

static void
test_spans (Fixture *self, gconstpointer data)
{
  g_autoptr (SfProse) prose = sf_prose_new ("Begins plainly, ");

  sf_prose_add (prose, SF_SPAN_STRONG, "goes on strongly and for a while, ");
  sf_prose_add_chip (prose, SF_SHAPE_DISC, SF_CHIP_TONE_GOOD, "Very good");
  sf_prose_add (prose, SF_SPAN_EMPHASIS, " with some emphasis, ");
  sf_prose_add (prose, SF_SPAN_SMALL, "is small then, and small again ");
  sf_prose_add_link (prose, "and ends.", "here");
  g_assert_cmpuint (compare (self, prose, FALSE), >, 30);
}

/* What is not simple is left to Pango. */
static void
test_not_simple (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "\327\251\327\234\327\225\327\235 \327\242\327\225\327\234\327\235",
    "from left to right, then \330\247\331\204\330\263\331\204\330\247\331\205 and on",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SfProse) prose = sf_prose_new (texts[i]);

      g_assert_cmpuint (compare (self, prose, FALSE), ==, 0);
    }
}

/* The longest piece is as wide as the narrowest room in which no word is broken. */
static void
test_measures (Fixture *self, gconstpointer data)
{
  SfTextStyle style = { 11, FALSE, self->layout.sheet->ink, SF_ALIGN_START };
  g_autoptr (SfProse) prose = sf_prose_new ("of incomprehensibility, indeed");
  SfShaped *shaped = sf_layout_shape (&self->layout, prose, &style);
  double word = sf_shaped_get_word (shaped), whole = sf_shaped_get_width (shaped);
  g_autoptr (GPtrArray) narrow = sf_layout_break_lines (&self->layout, shaped, &style, word + NEAR);
  g_autoptr (GPtrArray) wide = sf_layout_break_lines (&self->layout, shaped, &style, whole + NEAR);

  g_assert_cmpfloat (word, >, whole / 2);
  g_assert_nonnull (narrow);
  g_assert_cmpuint (narrow->len, ==, 3);
  g_assert_null (sf_layout_break_lines (&self->layout, shaped, &style, word - 1));
  g_assert_nonnull (wide);
  g_assert_cmpuint (wide->len, ==, 1);
  sf_shaped_free (shaped);
}

/* --- giving up ------------------------------------------------------------------------------- */

typedef struct
{
  guint pages; /* how many are allowed */
  guint asked;
} Limit;

static gboolean
on_check_cb (SfDisplayList *list, gpointer data)
{
  Limit *limit = data;

  limit->asked++;
  return sf_display_list_get_n_pages (list) <= limit->pages;
}

static void
test_given_up (void)
{
  const SfStyleSheet *sheet = sf_style_sheet_get_standard ();
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  g_autoptr (SfDocument) document = test_make_sample ();
  g_autoptr (SfDisplayList) plain = sf_layout_run (document, sheet, fonts);
  guint n = sf_display_list_get_n_pages (plain), few = 0, many = 0;

  g_assert_cmpuint (n, >, 3);
  for (guint pages = 1; pages <= n; pages++)
    {
      g_autoptr (SfLayoutCache) cache = sf_layout_cache_new ();
      Limit limit = { pages, 0 };
      g_autoptr (SfDisplayList) list
          = sf_layout_run_checked (document, sheet, fonts, cache, on_check_cb, &limit);

      g_assert_true ((list != NULL) == (pages == n));
      if (pages == 1)
        few = limit.asked;
      many = limit.asked;
      for (guint i = 0; list != NULL && i < n; i++)
        {
          g_autofree char *text = test_page_text (list, i, FALSE);
          g_autofree char *expected = test_page_text (plain, i, FALSE);

          g_assert_cmpstr (text, ==, expected);
        }
    }
  g_assert_cmpuint (few, <, many);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/shape/plain", Fixture, NULL, set_up, test_plain, tear_down);
  g_test_add ("/report/shape/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/report/shape/spans", Fixture, NULL, set_up, test_spans, tear_down);
  g_test_add ("/report/shape/not-simple", Fixture, NULL, set_up, test_not_simple, tear_down);
  g_test_add ("/report/shape/measures", Fixture, NULL, set_up, test_measures, tear_down);
  g_test_add ("/report/shape/endless", Fixture, NULL, set_up, test_endless, tear_down);
  g_test_add ("/report/shape/years", Fixture, NULL, set_up, test_years, tear_down);
  g_test_add_func ("/report/shape/given-up", test_given_up);
  return g_test_run ();
}
