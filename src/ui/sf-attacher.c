/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-attacher.h"

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-web-links.h"
#include "ui/sf-attach-report.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-files.h"

#include <glib/gi18n-lib.h>

#define TELL_EVERY_US 200000
#define PULSE_EVERY_MS 100
#define TARGET_KEY "sf-attacher" /* of a widget, to whose attacher drops go */

struct _SfAttacher
{
  AdwBin parent_instance;

  GtkWidget *progress_box;
  GtkWidget *label;
  GtkWidget *bar;
  GtkWidget *file;
  GtkWidget *cancel;

  SfContext *context;
  SfEvidence *evidence;
  char *statement_code;
  GCancellable *cancellable; /* of everything under way */
  guint under_way;
  guint pulse; /* while what was added is taken back */
  gint64 told_at;
};

/* One addition, with all that it points to. */
typedef struct
{
  SfAttacher *attacher;
  SfContext *context;
  SfEvidence *evidence;
  SfCentre *centre;
  SfEvaluation *evaluation;
  char *statement_code;
  GPtrArray *files; /* NULL-terminated */
  SfAttachRequest request;
} Addition;

G_DEFINE_FINAL_TYPE (SfAttacher, sf_attacher, ADW_TYPE_BIN)

static void
addition_free (Addition *self)
{
  g_clear_object (&self->attacher);
  g_clear_object (&self->context);
  g_clear_object (&self->evidence);
  g_clear_object (&self->centre);
  g_clear_object (&self->evaluation);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self->statement_code);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Addition, addition_free)

/* The array ends with NULL. */
static void
unref_file (gpointer file)
{
  if (file != NULL)
    g_object_unref (file);
}

static Addition *
addition_new (SfAttacher *self, GFile *const *files)
{
  Addition *addition = g_new0 (Addition, 1);
  SfCentre *centre = sf_context_get_centre (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);

  addition->attacher = g_object_ref (self);
  addition->context = g_object_ref (self->context);
  g_set_object (&addition->evidence, self->evidence);
  g_set_object (&addition->centre, centre);
  g_set_object (&addition->evaluation, evaluation);
  addition->statement_code = g_strdup (self->statement_code);
  addition->files = g_ptr_array_new ();
  g_ptr_array_set_free_func (addition->files, unref_file);
  for (; files != NULL && *files != NULL; files++)
    g_ptr_array_add (addition->files, g_object_ref (*files));
  addition->request.files = NULL;
  addition->request.evidence = addition->evidence;
  addition->request.centre = addition->centre;
  if (addition->evidence == NULL && addition->statement_code != NULL)
    {
      addition->request.evaluation = addition->evaluation;
      addition->request.statement_code = addition->statement_code;
    }
  return addition;
}

static void
begin (SfAttacher *self)
{
  if (self->under_way++ > 0)
    return;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), 0);
  sf_part_set_text (self->label, _ ("Looking at the files…"));
  sf_part_set_text (self->file, "");
  gtk_widget_set_sensitive (self->cancel, TRUE);
  gtk_widget_show (self->progress_box);
}

static void
end (SfAttacher *self)
{
  if (--self->under_way > 0)
    return;
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->context != NULL)
    gtk_widget_hide (self->progress_box);
}

/* A label that changes with each megabyte would be laid out, and read out, too often. */
static gboolean
is_due (SfAttacher *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->told_at < TELL_EVERY_US)
    return FALSE;
  self->told_at = now;
  return TRUE;
}

static void
on_attached_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Addition) addition = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) outcome
      = sf_workbook_attach_finish_outcome (SF_WORKBOOK (source), result, &error);

  end (addition->attacher);
  if (outcome != NULL)
    sf_attach_report (GTK_WIDGET (addition->attacher), addition->context, outcome,
                      addition->request.statement_code);
  else if (g_error_matches (error, SF_ERROR, SF_ERROR_CANCELLED))
    sf_context_say (addition->context, _ ("Adding was cancelled. Nothing was kept."), FALSE);
  else
    sf_context_report_as (addition->context, _ ("Nothing was added"), error);
}

static void
on_progress (const SfAttachProgress *progress, gpointer data)
{
  Addition *addition = data;
  SfAttacher *self = addition->attacher;
  g_autofree char *text = NULL;

  /* its page is gone, and the work goes on; or it is being cancelled */
  if (self->context == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  text = sf_attach_progress_to_text (progress);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 progress->bytes > 0
                                     ? (double)progress->bytes_done / (double)progress->bytes
                                     : 0);
  if (!is_due (self))
    return;
  sf_part_set_text (self->label, text);
  sf_part_set_text (self->file, progress->name != NULL ? progress->name : "");
}

static gboolean
may_write (SfAttacher *self)
{
  g_autoptr (GError) error = NULL;

  if (sf_context_can_edit (self->context))
    return TRUE;
  error = g_error_new_literal (SF_ERROR, SF_ERROR_READ_ONLY,
                               _ ("Nothing can be added here now: the centre file is open to be "
                                  "read only, or this evaluation is closed."));
  sf_context_report_as (self->context, _ ("Nothing was added"), error);
  return FALSE;
}

void
sf_attacher_add_files (SfAttacher *self, GFile *const *files)
{
  Addition *addition;

  g_return_if_fail (SF_IS_ATTACHER (self));

  if (files == NULL || *files == NULL || !may_write (self))
    return;
  addition = addition_new (self, files);
  g_ptr_array_add (addition->files, NULL);
  addition->request.files = (GFile *const *)addition->files->pdata;
  begin (self);
  sf_workbook_attach (sf_context_get_workbook (self->context), &addition->request,
                      self->cancellable, on_progress, addition, on_attached_cb, addition);
}

static void
add_bytes (Addition *addition, GBytes *bytes, const char *name)
{
  SfAttacher *self = addition->attacher;

  begin (self);
  sf_workbook_attach_bytes (sf_context_get_workbook (self->context), bytes, name,
                            &addition->request, self->cancellable, on_attached_cb, addition);
}

static void
on_chosen (GFile *const *files, gpointer data)
{
  g_autoptr (SfAttacher) self = data;

  if (files != NULL && self->context != NULL)
    sf_attacher_add_files (self, files);
}

void
sf_attacher_choose (SfAttacher *self)
{
  g_return_if_fail (SF_IS_ATTACHER (self));

  if (may_write (self))
    sf_choose_files (GTK_WIDGET (self), _ ("Add files as evidence"), SF_FILES_ANY, TRUE, on_chosen,
                     g_object_ref (self));
}

/* --- the clipboard and drops --------------------------------------------------------------------
 */

static void
add_file_list (SfAttacher *self, const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  g_ptr_array_add (files, NULL);
  sf_attacher_add_files (self, (GFile *const *)files->pdata);
}

static void
add_texture (SfAttacher *self, const GValue *value)
{
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (g_value_get_object (value));
  g_autofree char *name
      = g_strdup_printf (_ ("Picture %s.png"), sf_context_get_today (self->context));

  add_bytes (addition_new (self, NULL), bytes, name);
}

/* (transfer full): the links of @evidence with @address among them */
static char *
dup_links_with (SfEvidence *evidence, const char *address)
{
  const char *links = sf_evidence_get_web_link (evidence);

  return sf_text_is_blank (links) ? g_strdup (address) : g_strconcat (links, "\n", address, NULL);
}

/* An address alone is no file, but where something lies. */
static void
add_address (SfAttacher *self, const char *address)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  SfEvaluation *evaluation
      = self->statement_code != NULL ? sf_context_get_evaluation (self->context) : NULL;
  g_autofree char *links = NULL, *text = NULL;
  GError *error = NULL;
  gboolean done;
  SfUuid made;

  if (self->evidence != NULL)
    {
      links = dup_links_with (self->evidence, address);
      done = sf_workbook_set_text (workbook, self->evidence, SF_EVIDENCE_WEB_LINK, links, &error);
    }
  else
    done = sf_workbook_add_web_link (workbook, sf_context_get_centre (self->context), address,
                                     evaluation, self->statement_code, &made, &error);
  if (!sf_context_check (self->context, done, error))
    return;
  text = evaluation != NULL
             ? g_strdup_printf (_ ("The web link was added to %s."), self->statement_code)
             : g_strdup (_ ("The web link was added."));
  sf_context_say (self->context, text, TRUE);
}

static void
add_text (SfAttacher *self, const GValue *value)
{
  g_autofree char *text = sf_text_clean (g_value_get_string (value));
  g_autofree char *address = sf_web_links_find_alone (text);
  g_autofree char *line = NULL, *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    return;
  if (address != NULL)
    {
      add_address (self, address);
      return;
    }
  line = sf_text_first_line (text, 40);
  g_strdelimit (line, "/\\:", '-');
  name = g_strdup_printf ("%s.txt", line);
  bytes = g_bytes_new (text, strlen (text));
  add_bytes (addition_new (self, NULL), bytes, name);
}

gboolean
sf_attacher_take (SfAttacher *self, const GValue *value)
{
  g_return_val_if_fail (SF_IS_ATTACHER (self), FALSE);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_file_list (self, value);
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    add_texture (self, value);
  else if (G_VALUE_HOLDS_STRING (value))
    add_text (self, value);
  else
    return FALSE;
  return TRUE;
}

/* The details keep which failure it was. */
static void
report_unread (SfAttacher *self, const GError *failed)
{
  g_autoptr (GError) error
      = g_error_new_literal (failed->domain, failed->code,
                             _ ("What was copied could not be read. Nothing was added."));

  sf_context_report (self->context, error);
}

static void
on_addresses_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAttacher) self = data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (unref_file);
  g_autoptr (GError) failed = NULL;
  gssize length = g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &failed);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (self->context == NULL)
    return;
  if (length < 0)
    {
      report_unread (self, failed);
      return;
    }
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (source)),
                    (gsize)length);
  lines = g_uri_list_extract_uris (text);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "file://"))
      g_ptr_array_add (files, g_file_new_for_uri (*line));
  if (files->len == 0)
    {
      g_set_error_literal (&failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");
      report_unread (self, failed);
      return;
    }
  g_ptr_array_add (files, NULL);
  sf_attacher_add_files (self, (GFile *const *)files->pdata);
}

static void
on_stream_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAttacher) self = data;
  g_autoptr (GError) failed = NULL;
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &failed);

  if (self->context == NULL)
    return;
  if (stream == NULL)
    report_unread (self, failed);
  else
    g_output_stream_splice_async (text, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                      | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, on_addresses_cb, g_object_ref (self));
}

/* Files may be offered through a portal that does not answer, and as addresses beside it. */
static gboolean
read_addresses (SfAttacher *self, GdkClipboard *clipboard)
{
  const char *types[] = { "text/uri-list", NULL };

  if (!gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), types[0]))
    return FALSE;
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_stream_cb,
                            g_object_ref (self));
  return TRUE;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAttacher) self = data;
  g_autoptr (GError) failed = NULL;
  GdkClipboard *clipboard = GDK_CLIPBOARD (source);
  const GValue *value = gdk_clipboard_read_value_finish (clipboard, result, &failed);

  if (self->context == NULL)
    return;
  if (value != NULL)
    sf_attacher_take (self, value);
  else if (!read_addresses (self, clipboard))
    report_unread (self, failed);
}

gboolean
sf_attacher_paste (SfAttacher *self)
{
  const GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE, G_TYPE_STRING };
  GdkClipboard *clipboard;
  GdkContentFormats *formats;

  g_return_val_if_fail (SF_IS_ATTACHER (self), FALSE);

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  formats = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (gdk_content_formats_contain_gtype (formats, types[i]))
      {
        gdk_content_formats_unref (formats);
        if (may_write (self))
          gdk_clipboard_read_value_async (clipboard, types[i], G_PRIORITY_DEFAULT, NULL, on_read_cb,
                                          g_object_ref (self));
        return TRUE;
      }
  gdk_content_formats_unref (formats);
  return FALSE;
}

static gboolean
on_drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, SfAttacher *self)
{
  return sf_attacher_take (self, value);
}

static void
on_hover_cb (GtkDropTarget *drop, GParamSpec *pspec, SfAttacher *self)
{
  GtkWidget *target = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop));

  if (gtk_drop_target_get_current_drop (drop) != NULL)
    gtk_widget_add_css_class (target, "drop-here");
  else
    gtk_widget_remove_css_class (target, "drop-here");
}

void
sf_attacher_accept_drops (SfAttacher *self, GtkWidget *target)
{
  GtkDropTarget *drop;

  g_return_if_fail (SF_IS_ATTACHER (self));

  drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_drop_cb), self, 0);
  g_signal_connect_object (drop, "notify::current-drop", G_CALLBACK (on_hover_cb), self, 0);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drop));
  g_object_set_data (G_OBJECT (target), TARGET_KEY, self);
}

SfAttacher *
sf_attacher_find_for (GtkWidget *target)
{
  return g_object_get_data (G_OBJECT (target), TARGET_KEY);
}

char *
sf_attacher_describe_goal (SfAttacher *self)
{
  if (self->evidence != NULL)
    return g_strdup_printf (_ ("Drop to add files to “%s”"),
                            sf_evidence_get_title (self->evidence));
  if (self->statement_code != NULL)
    return g_strdup_printf (_ ("Drop to add evidence for %s"), self->statement_code);
  return g_strdup (_ ("Drop to add evidence to the library"));
}

/* --- the object ---------------------------------------------------------------------------------
 */

/* How long taking back takes, nobody knows; that it goes on is seen. */
static gboolean
on_pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (((SfAttacher *)data)->bar));
  return G_SOURCE_CONTINUE;
}

static void
on_cancel_cb (GtkButton *button, SfAttacher *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel, FALSE);
  sf_part_set_text (self->label, _ ("Taking back what was added…"));
  sf_part_set_text (self->file, "");
  if (self->pulse == 0)
    self->pulse = g_timeout_add (PULSE_EVERY_MS, on_pulse_cb, self);
}

static void
sf_attacher_dispose (GObject *object)
{
  SfAttacher *self = SF_ATTACHER (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->evidence);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->statement_code, g_free);
  G_OBJECT_CLASS (sf_attacher_parent_class)->dispose (object);
}

static void
sf_attacher_class_init (SfAttacherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_attacher_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sixfold_app/Sixfold/ui/sf-attacher.ui");
  gtk_widget_class_bind_template_child (widget_class, SfAttacher, progress_box);
  gtk_widget_class_bind_template_child (widget_class, SfAttacher, label);
  gtk_widget_class_bind_template_child (widget_class, SfAttacher, bar);
  gtk_widget_class_bind_template_child (widget_class, SfAttacher, file);
  gtk_widget_class_bind_template_child (widget_class, SfAttacher, cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_cb);
}

static void
sf_attacher_init (SfAttacher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sf_attacher_new (SfContext *context)
{
  SfAttacher *self = g_object_new (SF_TYPE_ATTACHER, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

void
sf_attacher_set_goal (SfAttacher *self, SfEvidence *evidence, const char *statement_code)
{
  g_return_if_fail (SF_IS_ATTACHER (self));

  g_set_object (&self->evidence, evidence);
  sf_string_set (&self->statement_code, statement_code);
}
