/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the sections of a report share. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-text.h"
#include "report/sf-compose-private.h"

void
sf_cut_text_free (SfCutText *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static SfShape
get_level_shape (SfMark mark)
{
  switch (mark)
    {
    case SF_MARK_STAR:
      return SF_SHAPE_STAR;
    case SF_MARK_DISC:
      return SF_SHAPE_DISC;
    case SF_MARK_HALF_DISC:
      return SF_SHAPE_HALF_DISC;
    case SF_MARK_CROSSED_RING:
      return SF_SHAPE_CROSSED_RING;
    case SF_MARK_NONE:
    default:
      return SF_SHAPE_NONE;
    }
}

static SfChipTone
get_level_tone (SfTone tone)
{
  switch (tone)
    {
    case SF_TONE_BEST:
      return SF_CHIP_TONE_BEST;
    case SF_TONE_GOOD:
      return SF_CHIP_TONE_GOOD;
    case SF_TONE_WARN:
      return SF_CHIP_TONE_WARN;
    case SF_TONE_POOR:
      return SF_CHIP_TONE_POOR;
    case SF_TONE_NONE:
    default:
      return SF_CHIP_TONE_NEUTRAL;
    }
}

/* A grade in words; NULL is none yet. */
SfProse *
sf_compose_level_chip (SfLevel *level)
{
  if (level == NULL)
    return sf_prose_add_chip (sf_prose_new (NULL), SF_SHAPE_DOTTED_RING, SF_CHIP_TONE_NEUTRAL,
                              _ ("Not graded yet"));
  return sf_prose_add_chip (sf_prose_new (NULL), get_level_shape (sf_level_get_mark (level)),
                            get_level_tone (sf_level_get_tone (level)), sf_level_get_name (level));
}

/* What has become of a statement, in words. */
SfProse *
sf_compose_state_chip (SfJudgement *judgement, SfStatement *statement)
{
  SfLevel *level = sf_judgement_find_level (judgement, sf_statement_get_scale (statement));

  if (sf_judgement_get_state (judgement) == SF_STATE_NOT_APPLICABLE)
    return sf_prose_add_chip (sf_prose_new (NULL), SF_SHAPE_DASH, SF_CHIP_TONE_NEUTRAL,
                              _ ("Not applicable"));
  if (level == NULL)
    return sf_prose_add_chip (sf_prose_new (NULL), SF_SHAPE_DOTTED_RING, SF_CHIP_TONE_NEUTRAL,
                              _ ("Not judged yet"));
  return sf_compose_level_chip (level);
}

void
sf_compose_add_status_chip (SfProse *prose, SfTargetStatus status)
{
  static const SfShape shapes[] = {
    [SF_STATUS_MARK_RING] = SF_SHAPE_DOTTED_RING, [SF_STATUS_MARK_DISC] = SF_SHAPE_DISC,
    [SF_STATUS_MARK_HALF] = SF_SHAPE_HALF_DISC,   [SF_STATUS_MARK_CROSS] = SF_SHAPE_CROSS,
    [SF_STATUS_MARK_CHECK] = SF_SHAPE_TICK,       [SF_STATUS_MARK_DASH] = SF_SHAPE_DASH,
  };
  static const SfChipTone tones[SF_N_TARGET_STATUSES] = {
    [SF_TARGET_NO_READING] = SF_CHIP_TONE_NEUTRAL, [SF_TARGET_ON_TRACK] = SF_CHIP_TONE_GOOD,
    [SF_TARGET_AT_RISK] = SF_CHIP_TONE_WARN,       [SF_TARGET_OFF_TRACK] = SF_CHIP_TONE_POOR,
    [SF_TARGET_MET] = SF_CHIP_TONE_BEST,           [SF_TARGET_NOT_MET] = SF_CHIP_TONE_POOR,
    [SF_TARGET_DROPPED] = SF_CHIP_TONE_NEUTRAL,
  };

  sf_prose_add_chip (prose, shapes[sf_target_status_get_mark (status)], tones[status],
                     sf_target_status_get_label (status));
}

SfProse *
sf_compose_status_chip (SfTargetStatus status)
{
  SfProse *prose = sf_prose_new (NULL);

  sf_compose_add_status_chip (prose, status);
  return prose;
}

SfColor
sf_compose_area_color (SfKeyArea *area)
{
  SfColor color = SF_COLOR (0x5e5c64);

  sf_color_parse (sf_key_area_get_colour (area), &color);
  return color;
}

/* A clause of the model as a sentence: with a capital, and a full stop unless it has one. */
char *
sf_compose_sentence (const char *text)
{
  g_autofree char *first = NULL;
  const char *rest;

  if (*text == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (text);
  first = g_utf8_strup (text, rest - text);
  return g_strdup_printf ("%s%s%s", first, rest, g_str_has_suffix (text, ".") ? "" : ".");
}

/* The byte after so many words, or the end. */
static const char *
skip_words (const char *text, guint words)
{
  gboolean in_word = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (text));

      if (space && in_word && --words == 0)
        break;
      in_word = !space;
    }
  return text;
}

/* The end of the last whole sentence before @end; NULL if that would leave less than a third. */
static const char *
find_sentence_end (const char *text, const char *end)
{
  for (const char *p = end - 1; p > text + (end - text) / 3; p--)
    if ((p[-1] == '.' || p[-1] == '!' || p[-1] == '?') && g_ascii_isspace (*p))
      return p;
  return NULL;
}

/* The text, or its first words, whole sentences where they end in time, and where the rest stands.
 * 0 words cuts nothing. */
char *
sf_compose_cut (SfComposer *self, const char *text, guint words, const char *title)
{
  const char *end, *whole;
  g_autofree char *kept = NULL;
  SfCutText *cut;

  if (sf_text_is_blank (text))
    return g_strdup ("");
  end = words > 0 ? skip_words (text, words) : text + strlen (text);
  if (sf_text_is_blank (end))
    return g_strdup (text);
  cut = g_new0 (SfCutText, 1);
  cut->title = g_strdup (title);
  cut->text = g_strdup (text);
  g_ptr_array_add (self->cut, cut);
  whole = find_sentence_end (text, end);
  kept = g_strchomp (g_strndup (text, (whole != NULL ? whole : end) - text));
  if (whole != NULL)
    return g_strdup_printf (self->annex ? _ ("%s (More in the annex.)")
                                        : _ ("%s (The head has the rest.)"),
                            kept);
  return g_strdup_printf (self->annex ? _ ("%s … (in full in the annex)")
                                      : _ ("%s … (the head has the rest)"),
                          kept);
}

void
sf_compose_add_paragraph (SfComposer *self, SfProse *prose)
{
  sf_document_add (self->document, sf_block_new_paragraph (prose));
}

void
sf_compose_add_small (SfComposer *self, const char *text)
{
  sf_compose_add_paragraph (self, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, text));
}

/* Whether no word of @name after the first has a capital: "Management committee" is what it is,
 * "Millbrook Governing Body" is its name. */
static gboolean
is_common_noun (const char *name)
{
  for (const char *p = g_utf8_next_char (name); *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* "the management committee", to stand in a sentence. */
char *
sf_compose_committee (SfComposer *self)
{
  g_autofree char *name = sf_text_clean (sf_centre_get_committee_name (self->centre));
  g_autofree char *first = NULL, *lower = NULL;

  if (name == NULL)
    return g_strdup (_ ("the management committee"));
  if (g_ascii_strncasecmp (name, "the ", 4) == 0)
    return g_strconcat ("t", name + 1, NULL);
  if (!is_common_noun (name))
    return g_strdup_printf (_ ("the %s"), name);
  first = g_utf8_substring (name, 0, 1);
  lower = g_utf8_strdown (first, -1);
  return g_strdup_printf (_ ("the %s%s"), lower, g_utf8_next_char (name));
}

/* A target for what is judged of the head belongs to the head, and so is in no report. One whose
 * statement the framework lacks could be such a target. */
gboolean
sf_compose_is_centre_target (SfComposer *self, SfTarget *target)
{
  const char *code = sf_target_get_statement_code (target);
  SfStatement *statement;

  if (code == NULL)
    return TRUE;
  statement = sf_framework_find_statement (self->framework, code);
  return statement != NULL && sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE;
}

/* The key area that a target serves; NULL for one of the whole centre. */
SfKeyArea *
sf_compose_find_target_area (SfComposer *self, SfTarget *target)
{
  const char *code = sf_target_get_statement_code (target);
  SfStatement *statement
      = code != NULL ? sf_framework_find_statement (self->framework, code) : NULL;

  return statement != NULL ? sf_statement_get_area (statement) : NULL;
}

/* The centre's targets, in the order of lists: of an area, or all. The array is the caller's. */
GPtrArray *
sf_compose_list_targets (SfComposer *self, SfKeyArea *area)
{
  GPtrArray *targets = sf_model_list_targets (self->model, self->evaluation, NULL);

  for (guint i = targets->len; i > 0; i--)
    {
      SfTarget *target = g_ptr_array_index (targets, i - 1);

      if (!sf_compose_is_centre_target (self, target)
          || (area != NULL && sf_compose_find_target_area (self, target) != area))
        g_ptr_array_remove_index (targets, i - 1);
    }
  sf_target_sort (self->model, targets, self->today);
  return targets;
}

SfJudgement *
sf_compose_find_judgement (SfComposer *self, SfStatement *statement)
{
  return g_hash_table_lookup (self->agreed, sf_statement_get_code (statement));
}

SfBlock *
sf_compose_new_table (const char *const *titles,
                      const double *weights,
                      const SfAlign *aligns,
                      guint n)
{
  SfBlock *table = sf_block_new_table ();
  SfTableRow *row = sf_block_add_header_row (table);

  for (guint i = 0; i < n; i++)
    {
      sf_block_add_column (table, weights[i], aligns != NULL ? aligns[i] : SF_ALIGN_START);
      sf_table_row_add_cell (row, sf_prose_new (titles[i]), SF_SCOPE_COLUMN);
    }
  return table;
}

/* --- what was written ------------------------------------------------------------------------- */

gboolean
sf_compose_add_titled (SfComposer *self, const char *title, const char *text)
{
  if (sf_text_is_blank (text))
    return FALSE;
  sf_document_add_heading (self->document, 3, title, NULL)->in_contents = FALSE;
  sf_document_add_text (self->document, text);
  return TRUE;
}

void
sf_compose_add_labelled (SfComposer *self, const char *label, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  gboolean first = TRUE;

  for (char **line = lines; *line != NULL; line++)
    if (!sf_text_is_blank (*line))
      {
        SfProse *prose = sf_prose_new (NULL);

        if (first)
          sf_prose_add (sf_prose_add (prose, SF_SPAN_STRONG, label), SF_SPAN_STRONG, " ");
        sf_compose_add_paragraph (self, sf_prose_add (prose, SF_SPAN_PLAIN, *line));
        first = FALSE;
      }
}
