/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-reading-guess.h"

#include "base/sf-clock.h"
#include "base/sf-text.h"
#include "store/sf-untouched.h"
#include "workbook/sf-attach-name.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-step-private.h"

#include <string.h>

/* At most so many letters: a title is one line, and some programs put the first paragraph there. */
#define MAX_TITLE 120

typedef struct
{
  SfUuid evidence;
  SfUuid attachment;
  char *title; /* NULL: none, or not to be taken */
  char *date;
  char *old_title; /* what was there when the file was read */
  char *old_date;
} SfGuess;

static void
guess_free (gpointer data)
{
  SfGuess *guess = data;

  g_free (guess->title);
  g_free (guess->date);
  g_free (guess->old_title);
  g_free (guess->old_date);
  g_free (guess);
}

/* --- titles ----------------------------------------------------------------------------------- */

/* What programs call a document that nobody has named. A number may follow. */
static gboolean
is_nobodys_name (const char *folded)
{
  static const char *const names[] = { "untitled",      "document",
                                       "presentation",  "powerpoint presentation",
                                       "book",          "workbook",
                                       "worksheet",     "sheet",
                                       "spreadsheet",   "slide",
                                       "scan",          "scanned document",
                                       "scanned image", "image",
                                       "photo",         "no title",
                                       "new document",  "new microsoft word document",
                                       "title",         "print",
                                       "no subject",    "unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (folded, names[i])
        && folded[strlen (names[i]) + strspn (folded + strlen (names[i]), " -_.0123456789()")]
               == '\0')
      return TRUE;
  return FALSE;
}

static gboolean
names_a_program (const char *folded)
{
  static const char *const starts[]
      = { "microsoft word - ", "microsoft excel - ", "microsoft powerpoint - ",
          "http://",           "https://",           "file:" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (folded, starts[i]))
      return TRUE;
  return strchr (folded, '\\') != NULL;
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_isalpha (g_utf8_get_char (text)) ? 1 : 0;
  return n;
}

static gboolean
is_file_name (const char *title, const char *file_name)
{
  g_autofree char *guessed = sf_attach_guess_title (file_name);
  g_autofree char *a = g_utf8_casefold (title, -1), *b = g_utf8_casefold (guessed, -1);
  g_autofree char *c = g_utf8_casefold (file_name, -1);

  return g_str_equal (a, b) || g_str_equal (a, c);
}

/* "plan_final.docx" of another file is no title either. */
static gboolean
looks_like_file_name (const char *title)
{
  const char *dot = strrchr (title, '.');

  return strchr (title, ' ') == NULL && dot != NULL && strlen (dot) >= 3 && strlen (dot) <= 6;
}

/* What hides its direction is nobody's title, however it would read without that. */
static gboolean
hides_something (const char *said)
{
  for (const char *p = said; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && sf_text_is_treacherous (c))
        return TRUE;
    }
  return FALSE;
}

char *
sf_guess_take_title (const char *said, const char *file_name)
{
  g_autofree char *title = said != NULL ? sf_text_first_line (said, MAX_TITLE) : NULL;
  g_autofree char *folded = NULL;

  if (title == NULL || hides_something (said))
    return NULL;
  g_strstrip (title);
  folded = g_utf8_casefold (title, -1);
  if (count_letters (title) < 3 || !sf_text_check_name (title, NULL) || is_nobodys_name (folded)
      || names_a_program (folded) || is_file_name (title, file_name)
      || looks_like_file_name (title))
    return NULL;
  return g_steal_pointer (&title);
}

/* --- collecting ------------------------------------------------------------------------------- */

static char *
take_date (const SfPreviewReply *reply, SfEvidence *evidence)
{
  g_autofree char *today = sf_clock_today ();

  if (reply->date == NULL || g_strcmp0 (reply->date, today) > 0
      || g_strcmp0 (reply->date, sf_evidence_get_dated_on (evidence)) == 0)
    return NULL;
  return g_strdup (reply->date);
}

/* NULL where the file says nothing new, or something else was decided already. */
static SfGuess *
make_guess (SfAttachment *attachment, SfEvidence *evidence, const SfPreviewReply *reply)
{
  const char *name = sf_attachment_get_name (attachment);
  g_autofree char *guessed = sf_attach_guess_title (name);
  gboolean as_guessed = g_strcmp0 (guessed, sf_evidence_get_title (evidence)) == 0;
  g_autofree char *title = as_guessed ? sf_guess_take_title (reply->title, name) : NULL;
  g_autofree char *date = take_date (reply, evidence);
  SfGuess *guess;

  if (title == NULL && date == NULL)
    return NULL;
  guess = g_new0 (SfGuess, 1);
  guess->evidence = *sf_record_get_uuid (SF_RECORD (evidence));
  guess->attachment = *sf_record_get_uuid (SF_RECORD (attachment));
  guess->title = g_steal_pointer (&title);
  guess->date = g_steal_pointer (&date);
  guess->old_title = g_strdup (sf_evidence_get_title (evidence));
  guess->old_date = g_strdup (sf_evidence_get_dated_on (evidence));
  return guess;
}

GPtrArray *
sf_guess_new_list (void)
{
  return g_ptr_array_new_with_free_func (guess_free);
}

GPtrArray *
sf_guess_collect (SfWorkbook *self, const char *digest, const SfPreviewReply *reply)
{
  GListModel *attachments = sf_model_get_list (self->model, SF_TYPE_ATTACHMENT);
  guint n = g_list_model_get_n_items (attachments);
  GPtrArray *guesses = sf_guess_new_list ();

  for (guint i = 0; i < n && (reply->title != NULL || reply->date != NULL); i++)
    {
      g_autoptr (SfAttachment) attachment = g_list_model_get_item (attachments, i);
      SfRecord *evidence = NULL;
      SfGuess *guess = NULL;

      if (g_strcmp0 (sf_attachment_get_digest (attachment), digest) == 0)
        evidence = sf_model_find (self->model, sf_attachment_get_evidence (attachment));
      if (evidence != NULL)
        guess = make_guess (attachment, SF_EVIDENCE (evidence), reply);
      if (guess != NULL)
        g_ptr_array_add (guesses, guess);
    }
  return guesses;
}

/* --- checking --------------------------------------------------------------------------------- */

static gboolean
drop_if_touched (SfStore *store, SfGuess *guess, guint column, char **what, GError **error)
{
  SfRecordClass *klass = g_type_class_peek (SF_TYPE_EVIDENCE);
  gboolean untouched;

  if (*what == NULL)
    return TRUE;
  if (!sf_untouched_ask (store, &guess->evidence, &guess->attachment, klass->columns[column].name,
                         &untouched, error))
    return FALSE;
  if (!untouched)
    g_clear_pointer (what, g_free);
  return TRUE;
}

gboolean
sf_guess_check (SfStore *store, GPtrArray *guesses, GError **error)
{
  for (guint i = guesses->len; i > 0; i--)
    {
      SfGuess *guess = guesses->pdata[i - 1];

      if (!drop_if_touched (store, guess, SF_EVIDENCE_TITLE, &guess->title, error)
          || !drop_if_touched (store, guess, SF_EVIDENCE_DATED_ON, &guess->date, error))
        return FALSE;
      if (guess->title == NULL && guess->date == NULL)
        g_ptr_array_remove_index (guesses, i - 1);
    }
  return TRUE;
}

/* --- the step --------------------------------------------------------------------------------- */

/* Since it was read somebody may have begun to write there. */
static gboolean
set_if_same (SfWorkbook *self,
             SfStep *step,
             SfRecord *record,
             guint column,
             const char *now,
             const char *before,
             const char *value)
{
  if (value == NULL || g_strcmp0 (now, before) != 0 || sf_workbook_has_draft (self, record, column)
      || sf_workbook_find_pending (self, sf_record_get_uuid (record), column) != NULL)
    return FALSE;
  sf_edit_text (step, record, column, value);
  return TRUE;
}

static gboolean
add_guess (SfWorkbook *self, SfStep *step, const SfGuess *guess)
{
  SfRecord *record = sf_model_find (self->model, &guess->evidence);
  gboolean title, date;

  /* one that is gone when the step is written would have all of it refused */
  if (record == NULL || !SF_IS_EVIDENCE (record) || sf_workbook_is_leaving (self, &guess->evidence))
    return FALSE;
  title
      = set_if_same (self, step, record, SF_EVIDENCE_TITLE,
                     sf_evidence_get_title (SF_EVIDENCE (record)), guess->old_title, guess->title);
  date
      = set_if_same (self, step, record, SF_EVIDENCE_DATED_ON,
                     sf_evidence_get_dated_on (SF_EVIDENCE (record)), guess->old_date, guess->date);
  return title || date;
}

gboolean
sf_guess_apply (SfWorkbook *self, GPtrArray *guesses)
{
  g_autofree char *label
      = g_strdup_printf (ngettext ("Read title and date from %u file",
                                   "Read title and date from %u files", guesses->len),
                         guesses->len);
  g_autoptr (SfStep) step = NULL;
  gboolean any = FALSE;

  if (guesses->len == 0)
    return TRUE;
  /* an undo that waits may take away what it is about; it is asked again after each step */
  if (sf_workbook_get_can_redo (self) || sf_workbook_count_pending (self) > 0
      || !sf_workbook_check_writable (self, NULL))
    return FALSE;
  step = sf_step_new (label);
  sf_step_set_by_program (step);
  for (guint i = 0; i < guesses->len; i++)
    any = add_guess (self, step, guesses->pdata[i]) || any;
  if (any)
    sf_workbook_submit (self, g_steal_pointer (&step));
  return TRUE;
}
