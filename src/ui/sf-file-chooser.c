/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-file-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SfFilesFunc func;
  gpointer data;
} Request;

static void
on_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree Request *request = data;
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        g_ptr_array_add (chosen, g_list_model_get_item (files, i));
    }
  gtk_native_dialog_hide (dialog);
  if (chosen->len > 0)
    {
      g_ptr_array_add (chosen, NULL);
      g_ptr_array_set_free_func (chosen, NULL);
      request->func ((GFile *const *)chosen->pdata, request->data);
      for (guint i = 0; i + 1 < chosen->len; i++)
        g_object_unref (chosen->pdata[i]);
    }
  else
    {
      request->func (NULL, request->data);
    }
  g_object_unref (dialog);
}

/* @suffixes: (nullable): with a blank between two; NULL lets everything through */
static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (suffixes ? suffixes : "", " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i]; i++)
    gtk_file_filter_add_suffix (filter, each[i]);
  if (!suffixes)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser, SfFilesKind kind)
{
  switch (kind)
    {
    case SF_FILES_CENTRE:
      add_filter (chooser, _ ("Centre files"), "sixfold");
      break;
    case SF_FILES_XML:
      add_filter (chooser, _ ("Wording packs and frameworks"), "xml");
      break;
    case SF_FILES_PDF:
      add_filter (chooser, _ ("PDF files"), "pdf");
      break;
    case SF_FILES_TABLE:
      add_filter (chooser, _ ("Tables as text (CSV)"), "csv tsv txt");
      break;
    case SF_FILES_ANY:
    default:
      return;
    }
  add_filter (chooser, _ ("All files"), NULL);
}

static const char *
get_accept_label (GtkFileChooserAction action)
{
  switch (action)
    {
    case GTK_FILE_CHOOSER_ACTION_SAVE:
      return _ ("_Save");
    case GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER:
      return _ ("_Choose");
    case GTK_FILE_CHOOSER_ACTION_OPEN:
    default:
      return _ ("_Open");
    }
}

static GtkFileChooser *
start (GtkWidget *parent,
       const char *title,
       GtkFileChooserAction action,
       SfFilesKind kind,
       SfFilesFunc func,
       gpointer data)
{
  GtkRoot *root = parent ? gtk_widget_get_root (parent) : NULL;
  Request *request = g_new (Request, 1);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action,
                                     get_accept_label (action), _ ("_Cancel"));

  *request = (Request){ func, data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog), kind);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), request);
  return GTK_FILE_CHOOSER (dialog);
}

void
sf_choose_files (GtkWidget *parent,
                 const char *title,
                 SfFilesKind kind,
                 gboolean several,
                 SfFilesFunc func,
                 gpointer data)
{
  GtkFileChooser *chooser;

  g_return_if_fail (func != NULL);

  chooser = start (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, kind, func, data);
  gtk_file_chooser_set_select_multiple (chooser, several);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
sf_choose_folder (GtkWidget *parent, const char *title, SfFilesFunc func, gpointer data)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents ? documents : g_get_home_dir ());
  GtkFileChooser *chooser;

  g_return_if_fail (func != NULL);

  chooser = start (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, SF_FILES_ANY, func, data);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
sf_choose_destination (GtkWidget *parent,
                       const char *title,
                       SfFilesKind kind,
                       GFile *folder,
                       const char *name,
                       SfFilesFunc func,
                       gpointer data)
{
  GtkFileChooser *chooser;

  g_return_if_fail (func != NULL);

  chooser = start (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, kind, func, data);
  if (folder)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (name)
    gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
