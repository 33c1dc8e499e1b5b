/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-history-page.h"

#include "base/sf-date.h"
#include "ui/sf-button.h"
#include "ui/sf-erase-dialog.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "workbook/sf-taken-back.h"

#include <glib/gi18n-lib.h>

struct _SfHistoryPage
{
  SfPage parent_instance;

  GtkWidget *list; /* a heading for each day, and its steps beneath */
  char *first_day;
  char *last_day;
  GtkWidget *more;
  GtkWidget *scope_box;
  GtkWidget *scope;
  GtkWidget *empty;
  SfRecord *record; /* NULL: of everything */
  gint64 newest;
  gint64 oldest;
  gboolean wants_focus; /* as soon as there is a row */
  guint loading;        /* counts up; an answer to an older question is dropped */
  guint n_erased;       /* erasures, counted twice when finished: what is shown may tell too much */
};

G_DEFINE_FINAL_TYPE (SfHistoryPage, sf_history_page, SF_TYPE_PAGE)

#define BATCH 60
#define MOST_SHOWN 500 /* changes of one step whose records are looked for */

/* --- what was added and taken back -------------------------------------------------------- */

typedef struct
{
  SfHistoryPage *page;
  SfUuid evidence;
} Erasing;

static void
on_taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Erasing *erasing = data;
  g_autoptr (SfHistoryPage) self = erasing->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = sf_workbook_list_taken_back_finish (SF_WORKBOOK (source), result, &error);
  SfContext *context = sf_page_get_context (SF_PAGE (self));

  if (!list)
    {
      sf_context_report (context, error);
      return;
    }
  for (guint i = list->len; i > 0; i--)
    if (!sf_uuid_equal (sf_record_get_uuid (list->pdata[i - 1]), &erasing->evidence))
      g_ptr_array_remove_index (list, i - 1);
  if (list->len > 0)
    sf_erase_dialog_present (GTK_WIDGET (self), context, list);
  else
    sf_context_say (context, _ ("It has been brought back, or erased already."), FALSE);
}

static void
on_erase_cb (GtkWidget *button, SfHistoryPage *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (sf_page_get_context (SF_PAGE (self)));
  Erasing *erasing = g_new (Erasing, 1);
  const SfUuid *evidence = g_object_get_data (G_OBJECT (button), "sf-evidence");

  *erasing = (Erasing){ g_object_ref (self), *evidence };
  sf_workbook_list_taken_back (workbook, on_taken_back_cb, erasing);
}

/* It is in no list any more; here is where it still can be seen that it was. */
static gboolean
is_taken_back (SfHistoryPage *self, const SfHistoryChange *change)
{
  SfModel *model = sf_context_get_model (sf_page_get_context (SF_PAGE (self)));

  return g_str_equal (change->record_table, "evidence") && !g_str_equal (change->operation, "set")
         && !sf_model_find (model, &change->record)
         && !sf_workbook_get_read_only (
             sf_context_get_workbook (sf_page_get_context (SF_PAGE (self))));
}

static GtkWidget *
make_erase (SfHistoryPage *self, const SfHistoryChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *button = sf_button_new (_ ("_Erase for good…"));

  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("Evidence that was added and taken back. It is in no list any "
                                    "more; history and the backups still have it."),
                                 "dim-label"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "sf-evidence",
                          g_memdup2 (&change->record, sizeof change->record), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_erase_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* --- going there --------------------------------------------------------------------------- */

/* The records of a step that are there to be shown. */
static GPtrArray *
list_records (SfHistoryPage *self, GPtrArray *uuids)
{
  SfModel *model = sf_context_get_model (sf_page_get_context (SF_PAGE (self)));
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < uuids->len; i++)
    {
      SfRecord *record = sf_model_find (model, uuids->pdata[i]);

      if (record != NULL && !SF_IS_FRAMEWORK_EDITION (record) && !SF_IS_ERASURE (record)
          && !g_ptr_array_find (records, record, NULL))
        g_ptr_array_add (records, record);
    }
  return records;
}

static void
on_show_cb (GtkWidget *button, SfHistoryPage *self)
{
  g_autoptr (GPtrArray) records
      = list_records (self, g_object_get_data (G_OBJECT (button), "sf-records"));
  SfContext *context = sf_page_get_context (SF_PAGE (self));

  if (records->len > 0)
    sf_context_go_records (context, records);
  else
    sf_context_say (context, _ ("It is no longer there."), FALSE);
}

/* (nullable): a button that leads to what the step changed, also where it was taken off its list */
static GtkWidget *
make_show (SfHistoryPage *self, const SfHistoryEntry *entry, const char *label)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  for (guint i = 0; i < entry->changes->len && i < MOST_SHOWN; i++)
    {
      SfHistoryChange *change = entry->changes->pdata[i];

      g_ptr_array_add (uuids, g_memdup2 (&change->record, sizeof change->record));
    }
  records = list_records (self, uuids);
  if (records->len == 0)
    return NULL;
  button = sf_button_new (records->len == 1 ? _ ("Show it") : _ ("Show them"));
  name = g_strdup_printf ("%s: %s", records->len == 1 ? _ ("Show it") : _ ("Show them"), label);
  sf_part_set_name (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "sf-records", g_steal_pointer (&uuids),
                          (GDestroyNotify)g_ptr_array_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_show_cb), self, 0);
  return button;
}

/* --- rows -------------------------------------------------------------------------------- */

static const char *
shown (const char *text)
{
  return text && *text ? text : _ ("nothing");
}

static GtkWidget *
make_change (const SfHistoryChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text = NULL;

  if (g_str_equal (change->operation, "insert"))
    {
      text = g_strdup_printf (_ ("Added: %s"),
                              change->new_text ? change->new_text : change->field_label);
      gtk_box_append (GTK_BOX (box), sf_part_label (text, NULL));
    }
  else if (g_str_equal (change->operation, "delete"))
    {
      text = g_strdup_printf (_ ("Removed: %s"),
                              change->old_text ? change->old_text : change->field_label);
      gtk_box_append (GTK_BOX (box), sf_part_label (text, NULL));
    }
  else
    {
      g_autofree char *before = g_strdup_printf (_ ("Before: %s"), shown (change->old_text));
      g_autofree char *after = g_strdup_printf (_ ("After: %s"), shown (change->new_text));

      gtk_box_append (GTK_BOX (box), sf_part_label (change->field_label, "heading"));
      gtk_box_append (GTK_BOX (box), sf_part_label (before, "dim-label"));
      gtk_box_append (GTK_BOX (box), sf_part_label (after, NULL));
    }
  return box;
}

static GtkWidget *
make_changes (SfHistoryPage *self, const SfHistoryEntry *entry, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *show = make_show (self, entry, label);

  gtk_widget_add_css_class (box, "history-changes");
  for (guint i = 0; i < entry->changes->len; i++)
    {
      gtk_box_append (GTK_BOX (box), make_change (entry->changes->pdata[i]));
      if (is_taken_back (self, entry->changes->pdata[i]))
        gtk_box_append (GTK_BOX (box), make_erase (self, entry->changes->pdata[i]));
    }
  if (show != NULL)
    gtk_box_append (GTK_BOX (box), show);
  return box;
}

static char *
describe_step (const SfHistoryEntry *entry)
{
  if (g_strcmp0 (entry->kind, "undo") == 0)
    return g_strdup_printf (_ ("Undone: %s"), entry->label);
  if (g_strcmp0 (entry->kind, "redo") == 0)
    return g_strdup_printf (_ ("Done again: %s"), entry->label);
  return g_strdup (entry->label);
}

static GtkWidget *
make_row (SfHistoryPage *self, const SfHistoryEntry *entry)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *when = sf_date_format_instant (entry->at);
  const char *who = entry->contributor ? entry->contributor : _ ("The head, for the centre");
  g_autofree char *detail = g_strdup_printf ("%s · %s", when, who);
  g_autofree char *label = describe_step (entry);
  g_autofree char *name = g_strdup_printf ("%s, %s", label, detail);

  gtk_box_append (GTK_BOX (words), sf_part_label (label, NULL));
  gtk_box_append (GTK_BOX (words), sf_part_label (detail, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), words);
  gtk_expander_set_child (GTK_EXPANDER (expander), make_changes (self, entry, label));
  sf_part_set_name (expander, name);
  gtk_widget_add_css_class (expander, "history-row");
  return expander;
}

/* --- loading ----------------------------------------------------------------------------- */

typedef struct
{
  SfHistoryPage *page;
  guint number;
  gboolean newer; /* what happened since, to be put at the top */
} Question;

static GtkWidget *
make_heading (const char *day)
{
  g_autofree char *text = sf_date_format (day);
  GtkWidget *heading = sf_part_heading (text);

  gtk_widget_add_css_class (heading, "history-day");
  return heading;
}

static void
append_entry (SfHistoryPage *self, const SfHistoryEntry *entry)
{
  g_autofree char *day = sf_date_of_instant (entry->at);

  if (!self->first_day)
    self->first_day = g_strdup (day);
  if (sf_string_set (&self->last_day, day))
    gtk_box_append (GTK_BOX (self->list), make_heading (day));
  gtk_box_append (GTK_BOX (self->list), make_row (self, entry));
}

static void
prepend_entry (SfHistoryPage *self, const SfHistoryEntry *entry)
{
  g_autofree char *day = sf_date_of_instant (entry->at);

  if (sf_string_set (&self->first_day, day))
    gtk_box_prepend (GTK_BOX (self->list), make_heading (day));
  gtk_box_insert_child_after (GTK_BOX (self->list), make_row (self, entry),
                              gtk_widget_get_first_child (self->list));
}

static void
put_at_the_end (SfHistoryPage *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      SfHistoryEntry *entry = entries->pdata[i];

      append_entry (self, entry);
      self->oldest = entry->id;
      self->newest = MAX (self->newest, entry->id);
    }
  gtk_widget_set_visible (self->more, entries->len == BATCH);
}

static void
put_at_the_top (SfHistoryPage *self, GPtrArray *entries)
{
  guint n = 0;

  while (n < entries->len && ((SfHistoryEntry *)entries->pdata[n])->id > self->newest)
    n++;
  for (guint i = n; i > 0; i--)
    {
      SfHistoryEntry *entry = entries->pdata[i - 1];

      prepend_entry (self, entry);
      self->newest = entry->id;
    }
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (SfHistoryPage) self = question->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = sf_workbook_load_history_finish (SF_WORKBOOK (source), result, &error);

  if (question->number != self->loading || !gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  if (!entries)
    {
      sf_context_report (sf_page_get_context (SF_PAGE (self)), error);
      return;
    }
  if (question->newer)
    put_at_the_top (self, entries);
  else
    put_at_the_end (self, entries);
  gtk_widget_set_visible (self->empty, !gtk_widget_get_first_child (self->list));
  gtk_widget_set_visible (self->list, !gtk_widget_get_visible (self->empty));
  if (self->wants_focus && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
}

static void
load (SfHistoryPage *self, gint64 before, gboolean newer)
{
  SfWorkbook *workbook = sf_context_get_workbook (sf_page_get_context (SF_PAGE (self)));
  Question *question = g_new (Question, 1);

  *question = (Question){ g_object_ref (self), ++self->loading, newer };
  sf_workbook_load_history (workbook, self->record, before, BATCH, on_loaded_cb, question);
}

static void
load_anew (SfHistoryPage *self)
{
  sf_part_clear (self->list);
  g_clear_pointer (&self->first_day, g_free);
  g_clear_pointer (&self->last_day, g_free);
  self->newest = self->oldest = 0;
  load (self, 0, FALSE);
}

static void
on_more_cb (SfHistoryPage *self)
{
  load (self, self->oldest, FALSE);
}

/* --- one record --------------------------------------------------------------------------- */

static void
set_record (SfHistoryPage *self, SfRecord *record)
{
  g_autofree char *text = NULL;

  if (!g_set_object (&self->record, record) && self->newest > 0)
    return;
  gtk_widget_set_visible (self->scope_box, record != NULL);
  if (record)
    text = g_strdup_printf (_ ("The history of %s only."), _ (SF_RECORD_GET_CLASS (record)->label));
  sf_part_set_text (self->scope, text ? text : "");
  load_anew (self);
}

static void
on_all_cb (SfHistoryPage *self)
{
  set_record (self, NULL);
}

static void
sf_history_page_focus_first (SfPage *page)
{
  SfHistoryPage *self = SF_HISTORY_PAGE (page);

  self->wants_focus = !gtk_widget_get_first_child (self->list);
  if (!self->wants_focus)
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
sf_history_page_show_item (SfPage *page, const char *item)
{
  SfModel *model = sf_context_get_model (sf_page_get_context (page));
  SfUuid uuid;

  if (sf_uuid_parse (item, &uuid))
    set_record (SF_HISTORY_PAGE (page), sf_model_find (model, &uuid));
  sf_history_page_focus_first (page);
}

static guint
count_erasures (SfHistoryPage *self)
{
  SfModel *model = sf_context_get_model (sf_page_get_context (SF_PAGE (self)));
  GListModel *all = sf_model_get_list (model, SF_TYPE_ERASURE);
  guint count = g_list_model_get_n_items (all);

  for (guint i = g_list_model_get_n_items (all); i > 0; i--)
    {
      g_autoptr (SfErasure) erasure = g_list_model_get_item (all, i - 1);

      count += sf_erasure_get_finished_at (erasure) != SF_NULL_INT;
    }
  return count;
}

static void
sf_history_page_refresh (SfPage *page)
{
  SfHistoryPage *self = SF_HISTORY_PAGE (page);
  guint n_erased = count_erasures (self);
  gboolean erased = self->newest > 0 && n_erased != self->n_erased;

  self->n_erased = n_erased;
  if (erased)
    load_anew (self);
  else if (self->newest > 0)
    load (self, 0, TRUE);
  else
    load (self, 0, FALSE);
}

/* --- building ---------------------------------------------------------------------------- */

static GtkWidget *
make_scope (SfHistoryPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = sf_button_new (_ ("Show _everything"));

  self->scope = sf_part_label (NULL, NULL);
  gtk_widget_set_hexpand (self->scope, TRUE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_all_cb), self);
  gtk_box_append (GTK_BOX (box), self->scope);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_visible (box, FALSE);
  self->scope_box = box;
  return box;
}

static void
sf_history_page_constructed (GObject *object)
{
  SfHistoryPage *self = SF_HISTORY_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *about
      = sf_part_label (_ ("Every change, by whom and when, the latest first. Nothing here is lost "
                          "or changed but what "
                          "was erased for data protection, and that it was stays here."),
                       "dim-label");

  G_OBJECT_CLASS (sf_history_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("History"));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->more = sf_button_new (_ ("Show _older changes"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more_cb), self);
  self->empty
      = sf_part_empty ("document-open-recent-symbolic", _ ("Nothing has happened yet"),
                       _ ("What you and your colleagues change will be listed here."), NULL);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), make_scope (self));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), sf_part_scrolled (box, 820));
  gtk_widget_set_focusable (adw_bin_get_child (ADW_BIN (self)), FALSE);
}

static void
sf_history_page_dispose (GObject *object)
{
  g_clear_object (&SF_HISTORY_PAGE (object)->record);
  G_OBJECT_CLASS (sf_history_page_parent_class)->dispose (object);
}

static void
sf_history_page_finalize (GObject *object)
{
  SfHistoryPage *self = SF_HISTORY_PAGE (object);

  g_free (self->first_day);
  g_free (self->last_day);
  G_OBJECT_CLASS (sf_history_page_parent_class)->finalize (object);
}

static void
sf_history_page_class_init (SfHistoryPageClass *klass)
{
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_history_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sf_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_history_page_finalize;
  page_class->refresh = sf_history_page_refresh;
  page_class->focus_first = sf_history_page_focus_first;
  page_class->show_item = sf_history_page_show_item;
}

static void
sf_history_page_init (SfHistoryPage *self)
{
}
