/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-erase-begin.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "workbook/sf-workbook-erase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_word_at (const char *text, const char *found, gsize length)
{
  gunichar before = found > text ? g_utf8_get_char (g_utf8_prev_char (found)) : ' ';

  return !g_unichar_isalnum (before) && !g_unichar_isalnum (g_utf8_get_char (found + length));
}

/* As words of it: “Ed” is in “Ed asked for it”, and not in “asked”. */
static gboolean
repeats (const char *reason, const char *text)
{
  g_autofree char *in = g_utf8_casefold (reason, -1);
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  const char *what = folded != NULL ? g_strstrip (folded) : "";
  gsize length = strlen (what);

  if (length == 0)
    return FALSE;
  for (const char *at = strstr (in, what); at != NULL; at = strstr (at + 1, what))
    if (is_word_at (in, at, length))
      return TRUE;
  return FALSE;
}

/* Words of the program's own name nobody, whatever the title is. */
static gboolean
is_ready_made (const char *reason)
{
  const char *const *reasons = sf_erasure_list_reasons ();

  for (guint i = 0; reasons[i] != NULL; i++)
    if (g_str_equal (reason, _ (reasons[i])))
      return TRUE;
  return FALSE;
}

gboolean
sf_erase_begin_check (SfWorkbook *self, GPtrArray *names, const char *reason, GError **error)
{
  const char *sentence = NULL;

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  if (!sf_text_says_something (reason))
    sentence = _ ("Please say why it is erased.");
  for (guint i = 0; sentence == NULL && !is_ready_made (reason) && i < names->len; i++)
    if (repeats (reason, names->pdata[i]))
      sentence = _ ("The reason stays on record, and it repeats a title or a name of what is "
                    "erased. Please say it without names.");
  if (sentence != NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, sentence);
      return FALSE;
    }
  if (self->save_error == NULL || sf_workbook_count_pending (self) == 0)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                       _ ("Something could not be saved yet. Nothing was erased; please see to "
                          "that first."));
  return FALSE;
}

void
sf_erase_begin_add_record (
    SfStep *step, gpointer subject, const char *reason, const char *by, guint files)
{
  g_autoptr (GBytes) uuid
      = g_bytes_new (sf_record_get_uuid (SF_RECORD (subject))->bytes, sizeof (SfUuid));
  g_autofree char *clean_reason = sf_text_clean (reason);
  g_autofree char *clean_by = by != NULL ? sf_text_clean (by) : NULL;
  g_auto (SfValue) value = SF_VALUE_INIT;
  SfUuid made;

  sf_value_set_blob (&value, uuid);
  sf_step_insert (step, SF_TYPE_ERASURE, &made);
  sf_step_set_int (step, SF_TYPE_ERASURE, &made, SF_ERASURE_ERASED_AT, sf_clock_now ());
  sf_step_set_text (step, SF_TYPE_ERASURE, &made, SF_ERASURE_ERASED_BY, clean_by);
  sf_step_set_text (step, SF_TYPE_ERASURE, &made, SF_ERASURE_REASON, clean_reason);
  sf_step_set (step, SF_TYPE_ERASURE, &made, SF_ERASURE_SUBJECT, &value);
  sf_step_set_int (step, SF_TYPE_ERASURE, &made, SF_ERASURE_FILES, files);
}
