/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving that failed, backups, copies, checks, and closing without losing anything. */

#include "base/sf-date.h"
#include "model/sf-target-settled.h"
#include "ui/sf-bar.h"
#include "ui/sf-erase-report.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-library.h"
#include "ui/sf-message.h"
#include "ui/sf-window-private.h"
#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-safety.h"

#include <glib/gi18n-lib.h>

/* --- the bars ---------------------------------------------------------------------------- */

static void
update_save_error (SfWindow *self)
{
  sf_bar_set_text (SF_BAR (self->save_bar),
                   sf_workbook_get_save_error (sf_context_get_workbook (self->context)));
}

/* Nothing is kept of it: said once, and gone. Those who asked for more than an edit say it
 * themselves.
 */
static gboolean
on_refused_cb (SfWindow *self, const char *sentence)
{
  sf_window_say (self, sentence, FALSE);
  return TRUE;
}

/* What could only be read can be written now, or the other way round: every page says so. */
static void
update_read_only (SfWindow *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    sf_page_queue_refresh (page);
  sf_bar_set_text (SF_BAR (self->reading_bar),
                   sf_workbook_get_read_only_reason (sf_context_get_workbook (self->context)));
}

/* What was interrupted, or had left something, was gone on with; nobody looks at it now. */
static void
on_erased_cb (SfWindow *self, SfErasureReport *report)
{
  sf_erase_report_offer (self->context, GTK_WIDGET (self), report);
}

void
sf_window_watch_saving (SfWindow *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);

  g_signal_connect_object (workbook, "notify::save-error", G_CALLBACK (update_save_error), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbook, "refused", G_CALLBACK (on_refused_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (workbook, "notify::read-only", G_CALLBACK (update_read_only), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workbook, "erased", G_CALLBACK (on_erased_cb), self, G_CONNECT_SWAPPED);
  update_save_error (self);
  update_read_only (self);
}

/* --- long work --------------------------------------------------------------------------- */

static void
set_job (SfWindow *self, const char *name)
{
  GAction *cancel = g_action_map_lookup_action (G_ACTION_MAP (self), "cancel-job");

  g_clear_object (&self->job);
  if (name)
    self->job = g_cancellable_new ();
  g_simple_action_set_enabled (G_SIMPLE_ACTION (cancel), name != NULL);
  sf_bar_set_text (SF_BAR (self->job_bar), name);
  if (name)
    sf_bar_set_fraction (SF_BAR (self->job_bar), 0);
}

/* One piece of long work at a time. */
static gboolean
start_job (SfWindow *self, const char *name)
{
  if (self->job)
    {
      sf_window_say (self, _ ("Please wait until what is under way has finished."), FALSE);
      return FALSE;
    }
  sf_workbook_commit_all_drafts (sf_context_get_workbook (self->context));
  set_job (self, name);
  return TRUE;
}

static void
on_progress_cb (gint64 done, gint64 total, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  if (self->job)
    sf_bar_set_fraction (SF_BAR (self->job_bar), total > 0 ? (double)done / (double)total : -1.0);
}

static char *
describe_contents (guint judgements, guint files)
{
  g_autofree char *first
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u judgement", "%u judgements", judgements),
                         judgements);
  g_autofree char *second
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", files), files);

  return g_strdup_printf ("%s, %s", first, second);
}

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = sf_workbook_back_up_finish (SF_WORKBOOK (source), result, &error);
  g_autofree char *contents = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  set_job (self, NULL);
  /* what the file's own disk did not take goes into the copy */
  if (!backup || !sf_workbook_write_pending_to (SF_WORKBOOK (source), backup->path, &error))
    {
      sf_message_error (GTK_WIDGET (self), _ ("The copy was not made"), error);
      return;
    }
  contents = describe_contents (backup->judgements, backup->files);
  folder = g_path_get_dirname (backup->path);
  text = backup->checked
             ? g_strdup_printf (_ ("Copied to “%s”, read back and checked: %s."), folder, contents)
             : g_strdup_printf (_ ("Copied to “%s”, but not yet read back: %s."), folder, contents);
  sf_window_say (self, text, FALSE);
}

static void
copy_to (SfWindow *self, const char *path, const char *name)
{
  if (!start_job (self, name))
    return;
  sf_workbook_back_up (sf_context_get_workbook (self->context), path, "asked", self->job,
                       on_progress_cb, self, on_backed_up_cb, g_object_ref (self));
}

void
sf_window_back_up (SfWindow *self)
{
  copy_to (self, NULL, _ ("Making a backup. You can go on working."));
}

static void
on_destination_cb (GFile *const *files, gpointer data)
{
  g_autoptr (SfWindow) self = data;
  g_autofree char *path = files ? g_file_get_path (files[0]) : NULL;
  g_autofree char *whole = NULL;

  if (!files)
    return;
  if (!path)
    {
      sf_message_tell (GTK_WIDGET (self), _ ("The copy was not made"),
                       _ ("Sixfold can only write to folders of this computer, a stick or a shared "
                          "drive. Please choose another place."));
      return;
    }
  whole = g_str_has_suffix (path, SF_WORKBOOK_SUFFIX)
              ? g_strdup (path)
              : g_strconcat (path, SF_WORKBOOK_SUFFIX, NULL);
  if (g_strcmp0 (whole, sf_workbook_get_path (sf_context_get_workbook (self->context))) == 0)
    sf_message_tell (GTK_WIDGET (self), _ ("The copy was not made"),
                     _ ("That is the file you are working on. Please choose another name."));
  else
    copy_to (self, whole, _ ("Saving a copy. You can go on working."));
}

void
sf_window_save_copy (SfWindow *self)
{
  const char *path = sf_workbook_get_path (sf_context_get_workbook (self->context));
  g_autofree char *title = sf_library_dup_title (path);
  g_autofree char *today = g_strdup (sf_context_get_today (self->context));
  g_autofree char *name = g_strdup_printf ("%s %s" SF_WORKBOOK_SUFFIX, title, today);

  sf_choose_destination (GTK_WIDGET (self), _ ("Save a copy"), SF_FILES_CENTRE, NULL, name,
                         on_destination_cb, g_object_ref (self));
}

/* --- checking ---------------------------------------------------------------------------- */

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfCheckReport) report
      = sf_workbook_check_finish (SF_WORKBOOK (source), result, &error);
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;

  set_job (self, NULL);
  if (!report)
    {
      sf_message_error (GTK_WIDGET (self), _ ("The check did not finish"), error);
      return;
    }
  contents = describe_contents (report->judgements, report->files);
  if (report->problems->len == 0)
    {
      text = g_strdup_printf (_ ("Everything is as it should be: %s."), contents);
      sf_message_tell (GTK_WIDGET (self), _ ("This file is sound"), text);
      return;
    }
  g_ptr_array_add (report->problems, NULL);
  text = g_strjoinv ("\n", (char **)report->problems->pdata);
  g_ptr_array_remove_index (report->problems, report->problems->len - 1);
  sf_message_tell (GTK_WIDGET (self), _ ("The check found something"), text);
}

void
sf_window_check (SfWindow *self)
{
  if (!start_job (self, _ ("Checking this file. You can go on working.")))
    return;
  sf_workbook_check (sf_context_get_workbook (self->context), self->job, on_progress_cb, self,
                     on_checked_cb, g_object_ref (self));
}

/* The check in the background, after an unclean end and weekly: it speaks only of problems. */
static void
on_problems_cb (SfWorkbook *workbook, const SfCheckReport *report, gpointer data)
{
  SfWindow *self = data;
  g_autofree char *text = g_strdup_printf (
      _ ("%s\n\nYour work in this window goes on. Save a copy now, and compare it with the newest "
         "backup."),
      (const char *)report->problems->pdata[0]);

  sf_message_tell (GTK_WIDGET (self), _ ("The check of this file found something"), text);
}

void
sf_window_check_if_due (SfWindow *self)
{
  sf_workbook_check_if_due (sf_context_get_workbook (self->context), on_problems_cb, self);
}

/* --- closing ----------------------------------------------------------------------------- */

static void
close_workbook (SfWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->job)
    g_cancellable_cancel (self->job);
  if (!sf_workbook_close (sf_context_get_workbook (self->context), &error))
    g_warning ("%s", error->message);
  self->may_close = TRUE;
}

static void
on_close_answer_cb (const char *answer, gpointer data)
{
  g_autoptr (SfWindow) self = data;

  if (g_str_equal (answer, "lose"))
    {
      sf_workbook_give_up (sf_context_get_workbook (self->context));
      close_workbook (self);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (answer, "copy"))
    {
      sf_window_save_copy (self);
    }
}

static void
ask_close (SfWindow *self, const GError *error)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  guint n = sf_workbook_count_pending (workbook);
  g_autofree char *lose
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Close and _lose %u change",
                                      "Close and _lose %u changes", n),
                         n);
  const SfAnswer answers[] = {
    { "lose", lose, SF_ANSWER_DESTRUCTIVE },
    { "copy", _ ("Save a copy…"), SF_ANSWER_PLAIN },
    { "keep", _ ("Keep open"), SF_ANSWER_SUGGESTED },
  };
  const char *saying = sf_workbook_get_save_error (workbook);

  sf_message_ask (GTK_WIDGET (self), _ ("Not everything could be saved"),
                  saying ? saying : error->message, NULL, answers, G_N_ELEMENTS (answers),
                  on_close_answer_cb, g_object_ref (self));
}

static void
on_adding_answer_cb (const char *answer, gpointer data)
{
  g_autoptr (SfWindow) self = data;

  if (!g_str_equal (answer, "stop"))
    return;
  self->may_stop_adding = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* What is being added would be left out without a word. */
static void
ask_about_adding (SfWindow *self)
{
  const SfAnswer answers[] = {
    { "stop", _ ("_Stop and close"), SF_ANSWER_DESTRUCTIVE },
    { "wait", _ ("Go on adding"), SF_ANSWER_SUGGESTED },
  };

  sf_message_ask (GTK_WIDGET (self), _ ("Files are still being added"),
                  _ ("If the window closes now, none of them is kept. The files themselves stay "
                     "where they are, and everything else is saved."),
                  NULL, answers, G_N_ELEMENTS (answers), on_adding_answer_cb, g_object_ref (self));
}

static void
on_held_answer_cb (const char *answer, gpointer data)
{
  g_autoptr (SfWindow) self = data;
  SfHeldList *held = self->context ? sf_context_get_held (self->context) : NULL;
  SfRecord *record;
  guint column;

  if (!held || !sf_held_list_find (held, NULL, &record, &column))
    return;
  if (!g_str_equal (answer, "lose"))
    {
      sf_context_go_record (self->context, record);
      return;
    }
  do
    sf_held_list_take_back (held, record, column);
  while (sf_held_list_find (held, NULL, &record, &column));
  gtk_window_close (GTK_WINDOW (self));
}

/* It would be gone without a word: it is no draft, for it is not known why. */
static gboolean
ask_about_held (SfWindow *self)
{
  SfRecord *record;
  guint column;
  g_autofree char *text = NULL;
  const SfAnswer answers[] = {
    { "lose", _ ("_Leave it as it was and close"), SF_ANSWER_DESTRUCTIVE },
    { "answer", _ ("Go to it"), SF_ANSWER_SUGGESTED },
  };

  if (!sf_held_list_find (sf_context_get_held (self->context), NULL, &record, &column))
    return FALSE;
  text = g_strdup_printf (_ ("“%1$s” of “%2$s” was changed, but nobody has said why: it is not "
                             "written yet."),
                          sf_target_promise_get_label (column),
                          sf_target_get_title (SF_TARGET (record)));
  sf_message_ask (GTK_WIDGET (self), _ ("A change waits for its reason"), text, NULL, answers,
                  G_N_ELEMENTS (answers), on_held_answer_cb, g_object_ref (self));
  return TRUE;
}

/* What is typed without a draft is handed on when its field is left. */
static void
hand_on (SfWindow *self)
{
  GtkWidget *now = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr (GtkWidget) focus = now != NULL ? g_object_ref (now) : NULL;

  if (focus == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_set_focus (GTK_WINDOW (self), focus);
}

gboolean
sf_window_prepare_close (SfWindow *self)
{
  SfWorkbook *workbook = sf_window_get_workbook (self);
  g_autoptr (GError) error = NULL;

  if (!workbook || self->may_close)
    return TRUE;
  if (sf_workbook_is_attaching (workbook) && !self->may_stop_adding)
    {
      ask_about_adding (self);
      return FALSE;
    }
  hand_on (self);
  if (ask_about_held (self))
    return FALSE;
  sf_workbook_commit_all_drafts (workbook);
  if (!sf_workbook_sync (workbook, &error) && !sf_workbook_get_read_only (workbook))
    {
      ask_close (self, error);
      return FALSE;
    }
  close_workbook (self);
  return TRUE;
}
