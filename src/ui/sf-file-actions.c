/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-file-actions.h"

#include "ui/sf-file-chooser.h"
#include "ui/sf-open-attachment.h"
#include "ui/sf-preview-window.h"
#include "workbook/sf-departures.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-leave.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file, and the widget that its actions are of. */
typedef struct
{
  GtkWidget *widget; /* weak */
  SfContext *context;
  SfAttachment *attachment;
  GFile *destination; /* of a copy … */
  gboolean to_share;  /* … without what tells where and with what it was taken */
} Acting;

static Acting *
acting_copy (const Acting *from)
{
  Acting *self = g_new0 (Acting, 1);

  g_set_weak_pointer (&self->widget, from->widget);
  self->context = g_object_ref (from->context);
  self->attachment = g_object_ref (from->attachment);
  return self;
}

static void
acting_free (Acting *self)
{
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->context);
  g_clear_object (&self->attachment);
  g_clear_object (&self->destination);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Acting, acting_free)

static void
acting_free_closure (gpointer data, GClosure *closure)
{
  acting_free (data);
}

/* --- looking at it ------------------------------------------------------------------------ */

static void
on_show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Acting *self = data;

  sf_preview_window_present (self->widget, self->context, self->attachment);
}

static void
on_open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Acting *self = data;

  sf_open_attachment (self->widget, self->context, self->attachment);
}

/* --- a copy ------------------------------------------------------------------------------- */

/* Whoever erases the evidence one day is told of the copy. */
static void
note_departure (Acting *self)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autofree char *path = g_file_get_parse_name (self->destination);
  SfEvidence *of = sf_model_find (sf_context_get_model (self->context),
                                  sf_attachment_get_evidence (self->attachment));

  if (of == NULL)
    return;
  g_ptr_array_add (evidence, of);
  sf_workbook_note_departure (sf_context_get_workbook (self->context), evidence, "copy", path);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Acting) self = data;
  SfWorkbook *workbook = SF_WORKBOOK (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = self->to_share
                       ? sf_workbook_copy_to_leave_finish (workbook, result, NULL, &error)
                       : sf_workbook_export_attachment_finish (workbook, result, &error);

  if (!saved)
    {
      sf_context_report (self->context, error);
      return;
    }
  note_departure (self);
  sf_context_say (self->context,
                  self->to_share
                      ? _ ("The copy was saved without place and camera data, and checked.")
                      : _ ("The copy was saved and checked."),
                  FALSE);
}

static void
on_destination_cb (GFile *const *files, gpointer data)
{
  g_autoptr (Acting) self = data;
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  SfAttachment *attachment = self->attachment;

  if (files == NULL || *files == NULL)
    return;
  self->destination = g_object_ref (files[0]);
  if (self->to_share)
    sf_workbook_copy_to_leave (workbook, attachment, files[0], NULL, on_saved_cb,
                               g_steal_pointer (&self));
  else
    sf_workbook_export_attachment (workbook, attachment, files[0], NULL, on_saved_cb,
                                   g_steal_pointer (&self));
}

static void
choose_place (const Acting *self, gboolean to_share)
{
  Acting *saving = acting_copy (self);

  saving->to_share = to_share;
  sf_choose_destination (self->widget, _ ("Save a copy"), SF_FILES_ANY, NULL,
                         sf_attachment_get_name (self->attachment), on_destination_cb, saving);
}

static void
on_save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_place (data, FALSE);
}

static void
on_share_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  choose_place (data, TRUE);
}

/* --- a new version, taking away ----------------------------------------------------------- */

/* (transfer full) (nullable): which other evidence has the same contents already */
static char *
name_the_same (SfContext *context, SfAttachment *made)
{
  GListModel *list = sf_model_get_list (sf_context_get_model (context), SF_TYPE_ATTACHMENT);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SfAttachment) other = g_list_model_get_item (list, i);
      SfEvidence *evidence;

      if (sf_uuid_equal (sf_attachment_get_evidence (other), sf_attachment_get_evidence (made))
          || g_strcmp0 (sf_attachment_get_digest (other), sf_attachment_get_digest (made)) != 0)
        continue;
      evidence = sf_model_find (sf_context_get_model (context), sf_attachment_get_evidence (other));
      if (evidence != NULL)
        return g_strdup (sf_evidence_get_title (evidence));
    }
  return NULL;
}

static void
on_replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfContext) context = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = sf_workbook_attach_finish (SF_WORKBOOK (source), result, &error);
  SfAttachment *file = NULL;
  g_autofree char *same = NULL, *text = NULL;

  if (made == NULL)
    {
      sf_context_report (context, error);
      return;
    }
  if (made->len > 0)
    file = sf_model_find (sf_context_get_model (context), &g_array_index (made, SfUuid, 0));
  same = file != NULL ? name_the_same (context, file) : NULL;
  text = same != NULL ? g_strdup_printf (_ ("The new version is in. “%s” has the same file."), same)
                      : g_strdup (_ ("The new version is in. The older version is kept."));
  sf_context_say (context, text, TRUE);
}

static void
on_version_chosen_cb (GFile *const *files, gpointer data)
{
  g_autoptr (Acting) self = data;

  if (files != NULL && *files != NULL)
    sf_workbook_replace_attachment (sf_context_get_workbook (self->context), self->attachment,
                                    files[0], NULL, NULL, NULL, on_replaced_cb,
                                    g_object_ref (self->context));
}

static void
on_replace_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Acting *self = data;

  sf_choose_files (self->widget, _ ("Replace with a new version"), SF_FILES_ANY, FALSE,
                   on_version_chosen_cb, acting_copy (self));
}

static void
on_remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Acting *self = data;
  g_autoptr (SfContext) context = g_object_ref (self->context);
  GError *error = NULL;
  gboolean done
      = sf_workbook_remove_attachment (sf_context_get_workbook (context), self->attachment, &error);

  if (sf_context_check (context, done, error))
    sf_context_say (context, _ ("The file was taken away."), TRUE);
}

/* --- actions and menus -------------------------------------------------------------------- */

static void
add_action (GActionMap *group, const Acting *acting, const char *name, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_data (action, "activate", callback, acting_copy (acting), acting_free_closure,
                         0);
  g_action_map_add_action (group, G_ACTION (action));
}

void
sf_file_actions_insert (GtkWidget *widget, SfContext *context, SfAttachment *attachment)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GActionMap *map = G_ACTION_MAP (group);
  Acting acting = { widget, context, attachment, NULL, FALSE };

  g_return_if_fail (SF_IS_ATTACHMENT (attachment));

  add_action (map, &acting, "show", G_CALLBACK (on_show_cb));
  add_action (map, &acting, "open", G_CALLBACK (on_open_cb));
  add_action (map, &acting, "save", G_CALLBACK (on_save_cb));
  add_action (map, &acting, "share", G_CALLBACK (on_share_cb));
  if (sf_context_can_edit (context)
      && sf_model_get_newer_version (sf_context_get_model (context), attachment) == NULL)
    {
      add_action (map, &acting, "replace", G_CALLBACK (on_replace_cb));
      add_action (map, &acting, "remove", G_CALLBACK (on_remove_cb));
    }
  gtk_widget_insert_action_group (widget, "file", G_ACTION_GROUP (group));
}

GMenuModel *
sf_file_menu_new (SfAttachment *attachment, gboolean whole)
{
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_return_val_if_fail (SF_IS_ATTACHMENT (attachment), G_MENU_MODEL (menu));

  if (whole)
    g_menu_append (copies, _ ("Open in its own program"), "file.open");
  if (sf_attachment_may_tell_place (attachment))
    {
      g_menu_append (copies, _ ("Save a copy to share… (without place and camera data)"),
                     "file.share");
      g_menu_append (copies, _ ("Save the original…"), "file.save");
    }
  else
    g_menu_append (copies, _ ("Save a copy…"), "file.save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  if (!whole)
    return G_MENU_MODEL (menu);
  g_menu_append (changes, _ ("Replace with a new version…"), "file.replace");
  g_menu_append (changes, _ ("Take away"), "file.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  return G_MENU_MODEL (menu);
}

/* --- what stands for it ------------------------------------------------------------------- */

const char *
sf_file_get_icon_name (const char *media_type)
{
  static const struct
  {
    const char *part;
    const char *icon;
  } icons[] = {
    { "image/", "image-x-generic-symbolic" },
    { "video/", "video-x-generic-symbolic" },
    { "audio/", "audio-x-generic-symbolic" },
    { "spreadsheet", "x-office-spreadsheet-symbolic" },
    { "ms-excel", "x-office-spreadsheet-symbolic" },
    { "text/csv", "x-office-spreadsheet-symbolic" },
    { "presentation", "x-office-presentation-symbolic" },
    { "ms-powerpoint", "x-office-presentation-symbolic" },
    { "message/", "mail-unread-symbolic" },
    { "zip", "package-x-generic-symbolic" },
    { "compressed", "package-x-generic-symbolic" },
    { "text/", "text-x-generic-symbolic" },
  };

  for (guint i = 0; media_type != NULL && i < G_N_ELEMENTS (icons); i++)
    if (strstr (media_type, icons[i].part) != NULL)
      return icons[i].icon;
  return "x-office-document-symbolic";
}
